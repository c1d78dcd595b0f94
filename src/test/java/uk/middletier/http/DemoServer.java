package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.middletier.app.CommandLineInterface;
import uk.middletier.example.Examples;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Releases;
import uk.middletier.release.ServedReleases;

/**
 * The explorer over a part of the demo, for all tests of a run: a parameter of this type. County Durham ({@code la:840}),
 * Darlington ({@code la:841}) and Somerset ({@code la:933}) with their trusts and federations, the authorities of {@code
 * consortium:central-south}, and the example of that consortium's challenge as an overlay.
 */
final class DemoServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Namespace SPACE = Namespace.create(DemoServer.class);
    private static final GenerateOptions OPTIONS =
            new GenerateOptions(2025, 1, Set.of("840", "841", "933", "central-south"), LocalDate.of(2025, 12, 31));

    private final Path folder;
    private final ServedReleases<Warm> releases;
    private final Server server;

    private DemoServer() throws IOException {
        folder = Files.createTempDirectory("explorer-demo");
        Path data = folder.resolve("data");
        importInto(data);
        releases = ServedReleases.open(
                new Releases(data),
                store -> EmbeddedGraphStore.open(store, StoreOptions.DEFAULT),
                Warm::read,
                Duration.ofHours(1));
        server = Server.start(
                ServerOptions.DEFAULT.withPort(0), ReleaseSource.of(() -> releases), QueryLibrary.of(null));
    }

    private void importInto(Path data) throws IOException {
        Path files = folder.resolve("files");
        List<Path> paths = new ArrayList<>(new Generator(OPTIONS).writeTo(files).paths());
        String challenge = Examples.names().get(0);
        Examples.write(challenge, files, 1);
        paths.add(files.resolve(challenge));
        List<String> command = new ArrayList<>(List.of("import", "--data", data.toString()));
        paths.forEach(path -> command.add(path.toString()));
        assertThat(CommandLineInterface.run(command.toArray(String[]::new))).isZero();
    }

    /** Resolves parameters of type {@link DemoServer}. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("server", key -> started(), DemoServer.class);
        }

        private static DemoServer started() {
            try {
                return new DemoServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Another server over the same release, for other callers; to be closed. */
    Server another(Admission admission) {
        return Server.start(
                ServerOptions.DEFAULT.withPort(0).with(admission),
                ReleaseSource.of(() -> releases),
                QueryLibrary.of(null));
    }

    /** An address of it, from path and query. */
    String address(String target) {
        return "http://127.0.0.1:" + server.port() + target;
    }

    /** What it answers, read as JSON. */
    JsonNode ask(String target) throws IOException {
        try (InputStream in = URI.create(address(target)).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        releases.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
