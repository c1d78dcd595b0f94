package uk.middletier.http;

import io.javalin.http.Header;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request enters: it gets its id, which its answer and all lines of the log carry. */
final class Reception extends Handler.Wrapper {
    Reception(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Passage passage = Passage.of(request);
        passage.carried().forEach(response.getHeaders()::put);
        passage.enterLog();
        try {
            return super.handle(asSent(request), response, callback);
        } finally {
            Passage.leaveLog();
        }
    }

    /** Without the header that Javalin takes for the method: a GET is one whatever else is sent with it. */
    private static Request asSent(Request request) {
        if (!request.getHeaders().contains(Header.X_HTTP_METHOD_OVERRIDE)) {
            return request;
        }
        HttpFields headers = HttpFields.build(request.getHeaders())
                .remove(Header.X_HTTP_METHOD_OVERRIDE)
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
