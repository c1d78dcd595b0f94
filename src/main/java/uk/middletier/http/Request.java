package uk.middletier.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, free of the web framework.
 *
 * @param path as given, decoded
 * @param pathValues by the name in the route's braces
 * @param query decoded
 * @param acceptDatetime as RFC 7089 has it
 * @param body as it was sent; null without one
 * @param passage what is noted of it on its way
 * @param target path and query as given: the instance in a problem
 */
record Request(
        String path,
        Map<String, String> pathValues,
        Map<String, List<String>> query,
        String target,
        @Nullable String accept,
        @Nullable String ifNoneMatch,
        @Nullable String acceptDatetime,
        @Nullable String body,
        Passage passage) {
    /** The same with other parameters. */
    Request withQuery(Map<String, List<String>> other) {
        return new Request(path, pathValues, other, target, accept, ifNoneMatch, acceptDatetime, body, passage);
    }
}
