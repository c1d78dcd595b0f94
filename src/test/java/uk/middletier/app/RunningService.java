package uk.middletier.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
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
        this(data, Map.of());
    }

    RunningService(Path data, Map<Setting, String> more) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.putAll(more);
        flags.put(Setting.DATA, data.toString());
        flags.put(Setting.PORT, "0");
        service = Service.start(Settings.of(flags, Map.of(), null));
    }

    /** Imports some files into an empty data folder and serves them. */
    static RunningService ofImported(Path data, List<Path> files) {
        return ofImported(data, files, Map.of());
    }

    static RunningService ofImported(Path data, List<Path> files, Map<Setting, String> more) {
        new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(files, null, false);
        return new RunningService(data, more);
    }

    /** The port for Bolt, which it must have been asked for. */
    int boltPort() {
        return URI.create(service.boltAddress().orElseThrow()).getPort();
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
