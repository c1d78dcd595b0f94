package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.GraphStore;

/** Whether the process lives and is ready, for whatever watches over it. */
final class Health {
    static final Route LIVE = Route.page("/livez", "live", "200 while the process runs", Health::live)
            .giving(bare("live"));
    static final Route READY = Route.page(
                    "/readyz",
                    "ready",
                    "200 once a query has run on a release, and while its store can be reached",
                    Health::ready)
            .giving(bare("ready"));

    private Health() {}

    private static Schema bare(String flag) {
        return Schema.object()
                .field("data", Schema.object(Schema.BOOLEAN, flag))
                .field("meta", Schema.object().optional("release", Schema.TEXT))
                .field("links", Schema.object());
    }

    private static Reply live(Request request, ReleaseSource releases) {
        return uncached(
                Reply.Whole.of(200, "application/json", "{\"data\":{\"live\":true},\"meta\":{},\"links\":{}}\n"));
    }

    /**
     * A release is only served once its vocabulary has been read from it, which is a query. A server that holds its
     * graph may go away later; whoever watches over this one is told which.
     */
    private static Reply ready(Request request, ReleaseSource releases) {
        try (HeldRelease release = releases.hold()) {
            requireReach(release.store());
            String id = release.manifest().id();
            return uncached(Reply.Whole.of(
                    200,
                    "application/json",
                    "{\"data\":{\"ready\":true},\"meta\":{\"release\":\"" + id + "\"},\"links\":{}}\n"));
        }
    }

    private static void requireReach(GraphStore store) {
        try {
            store.requireReach();
        } catch (GraphException e) {
            throw new Refusal(Problem.of(ProblemType.NOT_READY, String.valueOf(e.getMessage()))
                    .withHeader("Retry-After", Answerer.NOT_READY_RETRY_SECONDS));
        }
    }

    private static Reply uncached(Reply.Whole reply) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Cache-Control", "no-store");
        return new Reply.Whole(reply.status(), headers, reply.content());
    }
}
