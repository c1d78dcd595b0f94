package uk.middletier.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What goes wrong before a request reaches a route, told like every other problem. */
final class ErrorPages extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = of(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        if (request.getAttribute(Passage.KEY) instanceof Passage passage) {
            // What failed has taken all headers with it.
            response.getHeaders().put(Passage.ID_HEADER, passage.id());
        }
        byte[] body = Problems.body(problem, request.getHttpURI().getPathQuery());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at this address");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "the body is larger than 1 MB");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "the address is longer than 8 kB");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "no address reads such a body");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "the headers are larger than 8 kB");
            case 503 -> Problem.of(ProblemType.NOT_READY, "the server is stopping");
            default ->
                status >= 500
                        ? Problem.of(ProblemType.INTERNAL_ERROR, "the server failed before it could say why")
                        : Problem.of(ProblemType.BAD_REQUEST, "the request could not be read");
        };
    }
}
