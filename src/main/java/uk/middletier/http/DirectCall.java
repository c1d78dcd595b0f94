package uk.middletier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import uk.middletier.query.QueryLibrary;

/** Runs a saved query as the server would, without a server: same checks, same formats, same bytes. */
public final class DirectCall {
    private final Route route;
    private final Answerer answerer;

    public DirectCall(ServerOptions options, HeldRelease release, QueryLibrary library) {
        this.route = new QueryResults(new SavedQueries(library)).route();
        this.answerer = new Answerer(() -> release, options);
    }

    /** Why a call was not answered: what the server would have said, in sentences. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(Problem problem) {
            super(problem.detail()
                    + (problem.suggestion() == null ? "" : "; did you mean " + problem.suggestion() + "?")
                    + (problem.allowed().isEmpty() ? "" : "; allowed: " + String.join(", ", problem.allowed())));
        }
    }

    /**
     * Writes the answer and flushes; leaves the output open.
     *
     * @param query its parameters, and {@code format}, {@code limit}, {@code timeout}, as in an address
     * @throws Refused the query or its parameters are not as they should be, or it failed
     */
    public void write(String name, Map<String, List<String>> query, OutputStream out) throws IOException {
        String path = QueryResults.PATH.replace("{name}", name);
        Request request = new Request(path, Map.of("name", name), query, path, null, null, null, null, Passage.begin());
        Reply reply = answerer.answerOrThrow(route, request);
        if (reply instanceof Reply.Whole whole) {
            out.write(whole.content().plain());
        } else if (reply instanceof Reply.Streamed streamed) {
            try (Reply.Body body = streamed.body()) {
                body.writeTo(out);
            }
        }
        out.flush();
    }
}
