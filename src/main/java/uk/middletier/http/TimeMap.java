package uk.middletier.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /v1/timemap}: where the same question is put to each release, as RFC 7089 has it listed. */
final class TimeMap {
    static final String PATH = "/v1/timemap";

    private static final int MOST_LETTERS = 4_000;
    private static final Parameter URL = new Parameter(
            "url",
            new ParameterType.Text(MOST_LETTERS),
            false,
            "/v1",
            "an address of this server with its parameters, encoded as a value: what it answers at each release is listed");

    private List<Pattern> paths = List.of();

    Route route() {
        return Route.page(
                        PATH,
                        "timeMap",
                        "the addresses of one question at every release, as RFC 7089 has it (application/link-format)",
                        List.of(URL),
                        this::reply)
                .giving(Schema.page(Memento.LINK_FORMAT));
    }

    /** Takes the table, once it is whole. */
    void list(Routes routes) {
        paths = routes.all().stream()
                .filter(route -> route.methods().contains(Route.Method.GET)
                        && route.endpoint().hasMementos())
                .map(route -> Pattern.compile(route.path().replaceAll("\\{\\w+}", "[^/]+")))
                .toList();
    }

    private Reply reply(Request request, ReleaseSource releases) {
        List<String> given = request.query().getOrDefault(URL.name(), List.of("/v1"));
        String original = Memento.original(given.get(0));
        String path = original.split("\\?", 2)[0];
        if (given.size() > 1
                || paths.stream().noneMatch(each -> each.matcher(path).matches())) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_PARAMETER,
                    "it takes one address that is answered from a release, such as /v1/structure?by=region; /v1 lists them",
                    URL.name()));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Memento.LINK_FORMAT);
        headers.put("Cache-Control", "no-cache");
        return new Reply.Whole(
                200,
                headers,
                new Content(
                        Memento.timeMap(original, Memento.mementos(releases)).getBytes(StandardCharsets.UTF_8)));
    }
}
