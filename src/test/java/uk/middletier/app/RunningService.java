package uk.middletier.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import uk.middletier.config.Setting;
import uk.middletier.config.Settings;
import uk.middletier.graph.StoreOptions;
import uk.middletier.http.HeldRelease;
import uk.middletier.release.Releases;

/** The product running on a free port over a data folder, and a client that reads it. */
final class RunningService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningService(Path data) {
        Settings settings = Settings.of(Map.of(Setting.DATA, data.toString(), Setting.PORT, "0"), Map.of(), null);
        service = Service.start(settings);
    }

    /** Imports some files into an empty data folder and serves them. */
    static RunningService ofImported(Path data, List<Path> files) {
        new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(files, null, false);
        return new RunningService(data);
    }

    HeldRelease hold() {
        return service.hold();
    }

    /** The answer to a question that succeeds. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(String path) throws IOException, InterruptedException {
        URI uri = URI.create(service.address() + path.substring(1));
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        service.close();
    }
}
