package uk.middletier.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question kept as a file.
 *
 * @param name of the file, without {@code .cypher}; its address
 * @param title a phrase
 * @param description sentences, may be empty
 * @param returns the columns it declares; empty = whatever the statement returns
 * @param source where the question or its definition comes from; null = its own
 * @param statement plain Cypher, as written
 * @param text the whole file
 * @param origin the folder it was read from, or that it came with the program
 */
public record SavedQuery(
        String name,
        String title,
        String description,
        List<String> tags,
        List<QueryParameter> parameters,
        List<QueryColumn> returns,
        @Nullable String source,
        List<Expectation> expectations,
        String statement,
        String text,
        String origin) {
    public Optional<QueryParameter> findParameter(String parameter) {
        return parameters.stream().filter(each -> each.name().equals(parameter)).findFirst();
    }

    SavedQuery from(String other) {
        return new SavedQuery(
                name, title, description, tags, parameters, returns, source, expectations, statement, text, other);
    }
}
