package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/**
 * One release under everything that can befall whoever reads it: killed, twice at once, on a disk that is full or cannot
 * be written, a byte lost. Each answer is the same, or there is none.
 */
class ServingFaultsIT {
    private static final String QUESTION = "v1/structure?asOf=2015-03-31";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void releaseIsServedWhole_orNotAtAll() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "size=24m")) {
            Path data = disk.path().resolve("data");
            Release release = imported(data);
            Map<Path, Integer> published = contents(release);

            String answer = answerOfAKilledServer(data);
            assertThat(copies(data)).as("left by the kill").hasSize(1);
            assertThat(contents(release))
                    .as("though it was served and its server killed")
                    .isEqualTo(published);
            try (RunningService service = new RunningService(data);
                    RunningService another = new RunningService(data)) {
                assertThat(copies(data)).as("one each, none of the killed").hasSize(2);
                assertThat(service.send("/" + QUESTION).body()).isEqualTo(answer);
                assertThat(another.send("/" + QUESTION).body()).isEqualTo(answer);
                Run query = Run.of("query", "small-schools", "--data", data.toString(), "--format", "csv");
                assertThat(query.exit()).as(query.err()).isZero();
            }
            assertThat(contents(release)).isEqualTo(published);

            Path filler = fill(disk.path());
            assertThat(failure(data))
                    .startsWith("middletier: cannot copy the store of release " + release.id() + " into " + data)
                    .contains("No space left on device; whoever reads a release needs room for a copy of its store (")
                    .endsWith(" MiB): make room there");
            Files.delete(filler);

            disk.remount("ro");
            try (RunningService service = new RunningService(data)) {
                assertThat(service.send("/" + QUESTION).body()).isEqualTo(answer);
            }
            disk.remount("rw");
            assertThat(contents(release)).isEqualTo(published);

            Path properties = release.store().resolve("data/databases/neo4j/neostore.propertystore.db");
            byte[] whole = Files.readAllBytes(properties);
            byte[] flipped = whole.clone();
            flipped[1000] ^= 4;
            Files.write(properties, flipped);
            assertThat(failure(data))
                    .isEqualTo("middletier: " + properties + " is not as it was written; choose another release"
                            + " (middletier releases use ID) or import anew");
            Files.write(properties, whole);
            assertThat(copies(data)).isEmpty();
        }
    }

    /** As its users meet it: in a process of its own, which must end. */
    private String answerOfAKilledServer(Path data) throws Exception {
        Child child = Child.start(folder, List.of("serve", "--port", "0", "--data", data.toString()));
        try {
            String address = child.awaitOutput("http://");
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address.strip() + QUESTION))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } finally {
            child.killAfter(0);
        }
    }

    private static String failure(Path data) {
        Run run = Run.of("serve", "--port", "0", "--data", data.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        return run.err().strip();
    }

    private Release imported(Path data) throws IOException {
        List<Path> paths = new Generator(new GenerateOptions(1, 1, Set.of("201", "202"), LocalDate.of(2025, 1, 5)))
                .writeTo(folder.resolve("files"))
                .paths();
        return new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(paths, null, false);
    }

    /** Takes all the room there is. */
    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] chunk = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            // As meant.
        }
        return filler;
    }

    private static Map<Path, Integer> contents(Release release) throws IOException {
        Map<Path, Integer> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(release.folder())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("in-use.lock")) {
                    contents.put(file, Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private static List<Path> copies(Path data) throws IOException {
        try (Stream<Path> list = Files.list(data)) {
            return list.filter(path -> path.getFileName().toString().startsWith(".serving-"))
                    .toList();
        }
    }
}
