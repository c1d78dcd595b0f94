package uk.middletier.http;

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
        Passage passage = Passage.begin(request.getHeaders());
        request.setAttribute(Passage.KEY, passage);
        passage.carried().forEach(response.getHeaders()::put);
        passage.enterLog();
        try {
            return super.handle(request, response, callback);
        } finally {
            Passage.leaveLog();
        }
    }
}
