package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The libraries people draw with read the graphs, under Node, as {@code src/test/node/package-lock.json} pins them. */
@ExtendWith(TownServer.Extension.class)
class FrontEndLibrariesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path WORK = Path.of("target/graph-readers");

    private final TownServer server;

    FrontEndLibrariesIT(TownServer server) {
        this.server = server;
    }

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", "read.mjs")) {
            Files.copy(SOURCE.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                run(60, "node", "--version") != null,
                "there is no node here: what JavaScript libraries make of the graphs is not tested");
        assumeTrue(
                Files.exists(WORK.resolve("node_modules/.package-lock.json"))
                        || run(120, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts") != null,
                "npm ci did not work, there may be no network: what JavaScript libraries make of the graphs is not tested");
    }

    /** What it says, or null if it cannot be run or fails. */
    private static @Nullable String run(int seconds, String... command) throws InterruptedException, IOException {
        Path out = Files.createTempFile(WORK, "out", ".txt");
        Path errors = Files.createTempFile(WORK, "err", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            return null;
        }
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            System.out.println(String.join(" ", command) + ": " + Files.readString(errors, StandardCharsets.UTF_8));
            return null;
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void theyAllReadTheSameGraph() throws Exception {
        for (String question : List.of(
                "/v1/graph?area=la:203&asOf=2014-12-31",
                "/v1/graph/evolution?from=2000-01-01",
                "/v1/graph?area=la:203&mode=one-mode")) {
            Path folder = Files.createTempDirectory(WORK, "graphs");
            String separator = question.contains("?") ? "&" : "?";
            for (String format : List.of("cytoscape", "graphology", "d3", "geojson", "gexf")) {
                Files.writeString(
                        folder.resolve("graph." + format), server.json(question + separator + "format=" + format));
            }
            JsonNode meta = JSON.readTree(server.json(question)).get("meta");
            String said = run(60, "node", "read.mjs", folder.getFileName().toString());

            assertThat(said).as(question).isNotNull();
            JsonNode found = JSON.readTree(said);
            JsonNode degrees = found.at("/graphology/degree");
            for (String library : List.of("cytoscape", "graphology", "d3", "gexf")) {
                JsonNode read = found.get(library);
                assertThat(read.get("nodes")).as(library).isEqualTo(meta.get("nodeCount"));
                assertThat(read.get("edges")).as(library).isEqualTo(meta.get("edgeCount"));
                assertThat(read.get("placed")).as(library).isEqualTo(meta.get("nodeCount"));
                assertThat(read.get("degree")).as(library).isEqualTo(degrees);
            }
            // Every school and body of the town lies somewhere.
            assertThat(found.at("/geojson/nodes")).isEqualTo(meta.get("nodeCount"));
            assertThat(found.at("/geojson/edges")).isEqualTo(meta.get("edgeCount"));
        }
    }
}
