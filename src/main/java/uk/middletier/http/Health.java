package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the process lives and is ready, for whatever watches over it. */
final class Health {
    static final Route LIVE = Route.page("/livez", "live", "200 while the process runs", Health::live)
            .giving(bare("live"));
    static final Route READY = Route.page("/readyz", "ready", "200 once a query has run on a release", Health::ready)
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

    /** A release is only served once its vocabulary has been read from it, which is a query. */
    private static Reply ready(Request request, ReleaseSource releases) {
        try (HeldRelease release = releases.hold()) {
            String id = release.manifest().id();
            return uncached(Reply.Whole.of(
                    200,
                    "application/json",
                    "{\"data\":{\"ready\":true},\"meta\":{\"release\":\"" + id + "\"},\"links\":{}}\n"));
        }
    }

    private static Reply uncached(Reply.Whole reply) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Cache-Control", "no-store");
        return new Reply.Whole(reply.status(), headers, reply.content());
    }
}
