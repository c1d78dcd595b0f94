package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of routes.
 *
 * @param path with names in braces
 * @param name of the link to it in the index
 * @param summary a sentence
 * @param parameters all it takes, in the order in which answers show them
 * @param paged whether its rows come in pages
 * @param formats the first is the default
 * @param cached whether answers are kept; those that are computed in memory are
 * @param identity what is one school in it: {@code urn} or {@code lineage}; null if it is not about schools
 * @param version tells its answers from those to the same question when it meant something else; empty if it always means
 *     the same
 * @param methods what it takes beside HEAD and OPTIONS
 * @param body what a POST sends
 * @param data what its answers hold: the {@code data} of an envelope, or a page
 */
record Route(
        String path,
        String name,
        String summary,
        List<Parameter> parameters,
        boolean paged,
        List<Format> formats,
        boolean cached,
        @Nullable String identity,
        String version,
        List<Method> methods,
        Schema body,
        Schema data,
        Endpoint endpoint) {
    /** What may be done at an address. */
    enum Method {
        GET,
        POST
    }

    static final String FORMAT = "format";
    static final String BY_URN = "urn";
    static final String BY_LINEAGE = "lineage";

    /** Rows in pages. */
    static Route table(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, true, Format.TABLE, false, BY_URN, endpoint);
    }

    /** Rows in pages that a feed reader can follow too. */
    static Route feed(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, true, Format.FEED, false, BY_URN, endpoint);
    }

    /** Few rows or numbers computed in memory, all at once, and kept. */
    static Route measured(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, false, Format.TABLE, true, BY_URN, endpoint);
    }

    /** The same, in which a school is a lineage of records. */
    static Route lineages(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, false, Format.TABLE, true, BY_LINEAGE, endpoint);
    }

    /** One thing. */
    static Route record(
            String path,
            String name,
            String summary,
            List<Parameter> parameters,
            @Nullable String identity,
            Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, false, Format.RECORD, false, identity, endpoint);
    }

    /** Nodes and edges. */
    static Route graph(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, false, Format.GRAPH, false, BY_URN, endpoint);
    }

    /** What the text of a query gives. */
    static Route query(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint) {
        return complete(path, name, summary, parameters, true, Format.QUERY, false, null, endpoint);
    }

    /** What is only known when it is asked for. */
    static Route chosen(
            String path,
            String name,
            String summary,
            List<Parameter> parameters,
            List<Format> formats,
            List<Method> methods,
            Endpoint.Chosen endpoint) {
        boolean paged = formats.equals(Format.QUERY);
        Route route = complete(path, name, summary, parameters, paged, formats, false, null, endpoint);
        return route.with("", methods, Schema.ANY, Schema.ANY);
    }

    /** The same, told from what it meant before. */
    Route with(String other) {
        return with(other, methods, body, data);
    }

    /** The same, of whose answers more is known. */
    Route giving(Schema other) {
        return with(version, methods, body, other);
    }

    /** The same, to which a body may be sent. */
    Route taking(Schema other) {
        return with(version, methods, other, data);
    }

    /** The same, answered in another way. */
    Route by(Endpoint other) {
        return new Route(
                path, name, summary, parameters, paged, formats, cached, identity, version, methods, body, data, other);
    }

    private Route with(String otherVersion, List<Method> otherMethods, Schema otherBody, Schema otherData) {
        return new Route(
                path,
                name,
                summary,
                parameters,
                paged,
                formats,
                cached,
                identity,
                otherVersion,
                otherMethods,
                otherBody,
                otherData,
                endpoint);
    }

    /** What the server says of itself, whatever the release. */
    static Route page(String path, String name, String summary, Endpoint.OfServer endpoint) {
        return page(path, name, summary, List.of(), endpoint);
    }

    /** The same with parameters, which the endpoint checks. */
    static Route page(
            String path, String name, String summary, List<Parameter> parameters, Endpoint.OfServer endpoint) {
        return new Route(
                path,
                name,
                summary,
                parameters,
                false,
                List.of(),
                false,
                null,
                "",
                List.of(Method.GET),
                Schema.ANY,
                Schema.page("text/html"),
                endpoint);
    }

    /** Whether it is one of those that are added to a route's own. */
    static boolean standard(Parameter parameter) {
        return List.of(
                        Parameter.RELEASE.name(),
                        FORMAT,
                        Parameter.LIMIT.name(),
                        Parameter.CURSOR.name(),
                        Parameter.TIMEOUT.name())
                .contains(parameter.name());
    }

    /** With the parameters that all such routes take. */
    private static Route complete(
            String path,
            String name,
            String summary,
            List<Parameter> own,
            boolean paged,
            List<Format> formats,
            boolean cached,
            @Nullable String identity,
            Endpoint endpoint) {
        List<Parameter> all = new ArrayList<>(own);
        all.add(Parameter.RELEASE);
        if (paged) {
            all.add(Parameter.LIMIT);
            all.add(Parameter.CURSOR);
        }
        List<String> words = formats.stream().map(Format::word).toList();
        all.add(Parameter.optional(
                FORMAT, new ParameterType.Choice(words), "how the answer is written; goes before Accept"));
        all.add(Parameter.TIMEOUT);
        return new Route(
                path,
                name,
                summary,
                List.copyOf(all),
                paged,
                formats,
                cached,
                identity,
                "",
                List.of(Method.GET),
                Schema.ANY,
                Schema.ANY,
                endpoint);
    }
}
