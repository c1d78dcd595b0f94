package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.middletier.graph.GraphStore;
import uk.middletier.query.QueryLibrary;

/** A real server on a real store for all tests of a run: a parameter of this type. */
final class TownServer implements AutoCloseable {
    private static final Namespace SPACE = Namespace.create(TownServer.class);

    private final GraphStore store;
    private final Warm warm;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Serves another graph as the town; closes it in the end. */
    TownServer(GraphStore store) {
        this.store = store;
        this.warm = Warm.read(TownGraph.manifest(TownGraph.RELEASE), store);
        this.server =
                Server.start(ServerOptions.DEFAULT.withPort(0), release(TownGraph.RELEASE), QueryLibrary.of(null));
    }

    /** Resolves parameters of type {@link TownServer}. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TownServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(SPACE)
                    .getOrComputeIfAbsent("server", key -> new TownServer(TownGraph.open()), TownServer.class);
        }
    }

    /** The town under another release id. */
    ReleaseSource release(String id) {
        return ReleaseSource.of(TownGraph.manifest(id), store, warm);
    }

    Vocabulary vocabulary() {
        return warm.vocabulary();
    }

    Warm warm() {
        return warm;
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    /** GET, with headers as name, value, name, value. */
    HttpResponse<String> get(String target, String... headers) {
        return send(HttpRequest.newBuilder(uri(target)), headers);
    }

    /** The body of an answer that must be a good one. */
    String json(String target) {
        HttpResponse<String> response = get(target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        return send(request, BodyHandlers.ofString(), headers);
    }

    HttpResponse<byte[]> getBytes(String target, String... headers) {
        return send(HttpRequest.newBuilder(uri(target)), BodyHandlers.ofByteArray(), headers);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
