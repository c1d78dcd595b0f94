package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.sight.Metric;

/** What a whole server says to those who run it, while releases come and go. */
class OperatingIT {
    private static final Pattern OF_PROCESS = Pattern.compile("`((?:jvm|process|system)_[a-z_]+)`");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void releasesAreCountedAsTheyComeAndGo() throws Exception {
        Release first = imported(1);
        try (RunningService service = new RunningService(folder.resolve("data"))) {
            service.get("/v1/schools?limit=1");
            service.get("/v1/structure");
            service.send("/v1/queries/small-schools/results?format=csv");
            String metrics = await(service, text -> text.contains("middletier_saved_query_rows_total{"));
            for (Metric metric : Metric.values()) {
                assertThat(metrics).contains("# HELP " + metric.key() + " ");
            }
            assertThat(metrics).doesNotContain("NaN\nmiddletier");
            assertThat(metrics.lines())
                    .contains("middletier_release_swaps_total 0.0", "middletier_release_behind 0.0")
                    .anyMatch(line -> line.matches("middletier_timeline_spells [1-9].*"))
                    .anyMatch(line -> line.matches("middletier_timeline_read_seconds 0?\\.?[0-9].*"))
                    .anyMatch(line -> line.matches("middletier_store_transactions_total [1-9].*"))
                    .anyMatch(line -> line.matches("middletier_store_page_reads_total\\{origin=\"memory\"} [1-9].*"));
            OF_PROCESS
                    .matcher(Files.readString(Path.of("src/site/markdown/operating.md")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.equals("jvm_gc_pause_seconds"))
                    .forEach(name -> assertThat(metrics).contains("# HELP " + name + " "));
            assertThat(metrics).contains("release=\"" + first.id() + "\"} 1");

            Release second = imported(2);
            String swapped = await(service, text -> text.contains("middletier_release_swaps_total 1.0\n"));
            assertThat(swapped).contains("release=\"" + second.id() + "\"} 1").doesNotContain(first.id());

            Path stores = first.store();
            try (var files = Files.walk(stores)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            new Releases(folder.resolve("data")).use(first.id());
            String behind = await(service, text -> text.contains("middletier_release_behind 1.0\n"));
            assertThat(behind)
                    .contains("middletier_release_failures_total 1.0\n", "release=\"" + second.id() + "\"} 1");
        }
    }

    private static String await(RunningService service, Predicate<String> condition)
            throws IOException, InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        String metrics = service.send("/metrics").body();
        while (!condition.test(metrics) && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
            metrics = service.send("/metrics").body();
        }
        assertThat(condition.test(metrics)).as(metrics).isTrue();
        return metrics;
    }

    private Release imported(long seed) throws IOException {
        List<Path> paths = new Generator(new GenerateOptions(seed, 1, Set.of("391"), LocalDate.of(2025, 1, 5)))
                .writeTo(folder.resolve("files-" + seed))
                .paths();
        return new ImportRun(new Releases(folder.resolve("data")), StoreOptions.DEFAULT, step -> {})
                .run(paths, null, false);
    }
}
