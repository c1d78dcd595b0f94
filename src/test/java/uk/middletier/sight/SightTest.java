package uk.middletier.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {
    private final Sight sight = new Sight();

    @AfterEach
    void close() {
        sight.close();
    }

    @ParameterizedTest
    @EnumSource
    void metricIsScrapedByItsNameWithItsHelp(Metric metric) {
        String[] values = metric.labels().stream().map(label -> "a " + label).toArray(String[]::new);
        switch (metric.type()) {
            case HISTOGRAM, SUMMARY -> sight.time(metric, 1_000_000, values);
            case COUNTER -> sight.count(metric, 3, values);
            case GAUGE -> sight.watch(metric, () -> 7, values);
            case INFO -> sight.tell(metric, values);
        }
        // What says something in labels is a gauge to the older format.
        String type =
                metric.type() == Metric.Type.INFO ? "gauge" : metric.type().word();
        assertThat(sight.page(null).text().lines())
                .contains("# HELP " + metric.key() + " " + metric.help(), "# TYPE " + metric.key() + " " + type);
    }

    @ParameterizedTest
    @EnumSource
    void metricIsNamedAsPrometheusHasIt(Metric metric) {
        assertThat(metric.key()).matches("middletier_[a-z_]*[a-z]");
        assertThat(metric.key().endsWith("_total")).isEqualTo(metric.type() == Metric.Type.COUNTER);
        assertThat(metric.key().endsWith("_info")).isEqualTo(metric.type() == Metric.Type.INFO);
        assertThat(metric.help()).endsWith(".").doesNotContain("|", "\n");
    }

    @Test
    void histogramCountsWhatIsNoLongerThanABucket() {
        sight.time(Metric.REQUESTS, 30_000_000, "/v1", "GET", "200", "json");
        sight.time(Metric.REQUESTS, 70_000_000_000L, "/v1", "GET", "200", "json");
        String labels = "{format=\"json\",method=\"GET\",route=\"/v1\",status=\"200\"";
        assertThat(sight.page(null).text().lines())
                .contains(
                        "middletier_http_request_duration_seconds_bucket" + labels + ",le=\"0.025\"} 0",
                        "middletier_http_request_duration_seconds_bucket" + labels + ",le=\"0.05\"} 1",
                        "middletier_http_request_duration_seconds_bucket" + labels + ",le=\"60.0\"} 1",
                        "middletier_http_request_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 2",
                        "middletier_http_request_duration_seconds_count" + labels + "} 2");
        assertThat(sight.page(null)
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("middletier_http_request_duration_seconds_bucket")))
                .hasSize(Sight.BUCKETS.size() + 1);
    }

    @Test
    void whatIsToldTakesThePlaceOfWhatWasToldBefore() {
        sight.tell(Metric.RELEASE, "old", "2024-01-01");
        sight.tell(Metric.RELEASE, "new", "2025-01-01");
        assertThat(sight.page(null).text())
                .contains("middletier_release_info{extract_date=\"2025-01-01\",release=\"new\"} 1")
                .doesNotContain("release=\"old\"");
        sight.tell(Metric.RELEASE);
        assertThat(sight.page(null).text()).doesNotContain("middletier_release_info{");
    }

    @Test
    void seriesAreBounded() {
        for (int i = 0; i < Sight.MOST_SERIES + 500; i++) {
            sight.count(Metric.QUERY_ROWS, 1, "query-" + i);
        }
        String[] lines = sight.page(null)
                .text()
                .lines()
                .filter(line -> line.startsWith("middletier_saved_query_rows_total{"))
                .toArray(String[]::new);
        assertThat(lines).hasSize(Sight.MOST_SERIES + 1);
        assertThat(Arrays.asList(lines)).contains("middletier_saved_query_rows_total{query=\"other\"} 500.0");
    }

    @Test
    void openMetricsIsWrittenForThoseWhoAskForIt() {
        Sight.Page page =
                sight.page("application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5");
        assertThat(page.contentType()).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(page.text()).endsWith("# EOF\n");
        assertThat(sight.page("text/plain").contentType()).startsWith("text/plain; version=0.0.4");
        assertThat(sight.page("application/vnd.google.protobuf").contentType()).startsWith("text/plain");
    }

    @Test
    void theProcessIsThereToo() {
        assertThat(sight.page(null).text())
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "process_uptime_seconds ");
    }
}
