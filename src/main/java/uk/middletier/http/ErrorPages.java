package uk.middletier.http;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** What goes wrong before a request reaches a route, told like every other problem. */
final class ErrorPages extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(of(response.getStatus()), request, response, callback);
        return true;
    }

    /**
     * Answers with a problem, and with nothing that was to be answered before. 417 and the like are bad requests like
     * others; the status and the problem say the same.
     */
    static void write(Problem problem, Request request, Response response, Callback callback) {
        response.setStatus(problem.type().status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        problem.headers().forEach(response.getHeaders()::put);
        // What failed has taken all headers with it, or came before the request had its id.
        Passage.of(request).carried().forEach(response.getHeaders()::put);
        if (request.getLength() != 0) {
            // Nobody has read it. What is still on its way would be taken for the next request.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        byte[] body = Problems.body(
                problem, Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), ""));
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, head ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body), callback);
    }

    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at this address");
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "the request did not arrive in time");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "the body is larger than 1 MB");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "the address is longer than 8 kB");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "no address reads such a body");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "the headers are larger than 8 kB");
            // Versions and transfer encodings of HTTP that no server need know.
            case 501, 505 -> Problem.of(ProblemType.BAD_REQUEST, "the request is not HTTP/1.1 as this server knows it");
            case 503 ->
                Problem.of(ProblemType.NOT_READY, "the server is stopping")
                        .withHeader("Retry-After", Answerer.NOT_READY_RETRY_SECONDS)
                        // Whoever asks again has to find another server, or this one started anew.
                        .withHeader("Connection", "close");
            default ->
                status >= 500
                        ? Problem.of(ProblemType.INTERNAL_ERROR, "the server failed before it could say why")
                        : Problem.of(ProblemType.BAD_REQUEST, "the request could not be read");
        };
    }
}
