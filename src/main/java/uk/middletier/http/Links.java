package uk.middletier.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of a question and its neighbours: relative, so that they hold behind any proxy. */
final class Links {
    private static final String FEED = "format=" + Format.ATOM.word();

    private final Question question;

    Links(Question question) {
        this.question = question;
    }

    /** The question with every default spelt out: it gives the same answer as long as the release is served. */
    String self() {
        return address(question.parameters(), null);
    }

    /** The page that begins after so many rows. */
    String next(Cursor.Place place) {
        String cursor = Cursor.encode(question.release().manifest().id(), identity(question), place);
        Parameters first = question.parameters().without(Parameter.CURSOR.name());
        return address(first, Parameter.CURSOR.name() + "=" + cursor);
    }

    /** The same question for feed readers, from its newest entry on; without the days nobody chose, so that it goes on. */
    String feed() {
        Parameters first = question.parameters().without(Parameter.LIMIT.name(), Parameter.CURSOR.name());
        LocalDate to = first.day(Window.TO.name());
        if (first.day(Window.FROM.name()).equals(to.minusYears(1))) {
            first = first.without(Window.FROM.name());
        }
        if (to.equals(question.release().manifest().extractDate())) {
            first = first.without(Window.TO.name());
        }
        return address(first, FEED);
    }

    /** The page of the feed that begins after so many entries. */
    String nextOfFeed(long skip) {
        return next(new Cursor.Place(skip, 0)) + "&" + FEED;
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
            links.put("csv", whole(Format.CSV));
            links.put("csvManifest", whole(Format.CSV_MANIFEST));
            links.put("bundle", whole(Format.BUNDLE));
        }
        if (question.route().formats().contains(Format.ATOM)) {
            links.put("atom", feed());
        }
        return links;
    }

    /**
     * What makes a question that question, wherever a page begins, however long it is and whichever release is asked: one
     * who began to page through the release served may go on in it, by its id, when another is.
     */
    static String identity(Question question) {
        return question.path() + "?" + question.route().version() + "?"
                + question.parameters()
                        .without(Parameter.LIMIT.name(), Parameter.CURSOR.name(), Parameter.RELEASE.name())
                        .query();
    }

    /** The same rows, all of them, in a format. */
    String whole(Format format) {
        return address(
                question.parameters().without(Parameter.LIMIT.name(), Parameter.CURSOR.name()),
                "format=" + format.word());
    }

    private String address(Parameters parameters, @Nullable String more) {
        String query = parameters.query();
        if (more != null) {
            query = query.isEmpty() ? more : query + "&" + more;
        }
        return query.isEmpty() ? question.path() : question.path() + "?" + query;
    }
}
