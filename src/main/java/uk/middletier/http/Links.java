package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of a question and its neighbours: relative, so that they hold behind any proxy. */
final class Links {
    private final Question question;

    Links(Question question) {
        this.question = question;
    }

    /** The question with every default spelt out: it gives the same answer as long as the release is served. */
    String self() {
        return address(question.parameters(), null);
    }

    /** The page that begins after so many rows. */
    String next(long skip) {
        String cursor = Cursor.encode(question.release().manifest().id(), identity(question), skip);
        Parameters first = question.parameters().without(Parameter.CURSOR.name());
        return address(first, Parameter.CURSOR.name() + "=" + cursor);
    }

    Map<String, @Nullable Object> fields(@Nullable String next) {
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", self());
        if (question.route().paged()) {
            links.put("next", next);
        }
        if (question.route().formats().contains(Format.CYPHER)) {
            links.put("cypher", address(question.parameters(), "format=" + Format.CYPHER.word()));
        }
        if (question.route().formats().contains(Format.CSV)) {
            Parameters whole = question.parameters().without(Parameter.LIMIT.name(), Parameter.CURSOR.name());
            links.put("csv", address(whole, "format=" + Format.CSV.word()));
        }
        return links;
    }

    /** What makes a question that question, wherever a page begins and however long it is. */
    static String identity(Question question) {
        return question.path() + "?"
                + question.parameters()
                        .without(Parameter.LIMIT.name(), Parameter.CURSOR.name())
                        .query();
    }

    private String address(Parameters parameters, @Nullable String more) {
        String query = parameters.query();
        if (more != null) {
            query = query.isEmpty() ? more : query + "&" + more;
        }
        return query.isEmpty() ? question.path() : question.path() + "?" + query;
    }
}
