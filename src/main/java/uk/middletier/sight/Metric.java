package uk.middletier.sight;

import java.util.List;
import java.util.Locale;

/** Every metric of the program's own, named as Prometheus has it: in base units, counters ending in {@code _total}. */
public enum Metric {
    REQUESTS(
            "middletier_http_request_duration_seconds",
            Type.HISTOGRAM,
            "Requests, from their headers to the last byte sent. The route is a template, (none) where there is none; the"
                    + " format is that of an answer, empty without one.",
            "route",
            "method",
            "status",
            "format"),
    RESPONSE_BYTES("middletier_http_response_bytes_total", Type.COUNTER, "Bytes of bodies sent.", "route"),
    GATE_PLACES("middletier_gate_places", Type.GAUGE, "Questions that may be answered at once.", "gate"),
    GATE_RUNNING(
            "middletier_gate_running",
            Type.GAUGE,
            "Questions being answered from the graph; for the gate streams, answers being sent as they are read.",
            "gate"),
    GATE_WAITING("middletier_gate_waiting", Type.GAUGE, "Questions waiting for a place.", "gate"),
    GATE_REFUSED(
            "middletier_gate_refused_total",
            Type.COUNTER,
            "Questions turned away with 503 because no place came free.",
            "gate"),
    CACHE_ANSWERS(
            "middletier_cache_answers_total",
            Type.COUNTER,
            "Answers to questions whose answers are kept, by where they came from: kept, or made.",
            "origin"),
    CACHE_BYTES("middletier_cache_bytes", Type.GAUGE, "Bytes of the answers that are kept, about."),
    CACHE_LIMIT("middletier_cache_limit_bytes", Type.GAUGE, "Bytes of answers that may be kept."),
    QUERIES(
            "middletier_saved_query_duration_seconds",
            Type.SUMMARY,
            "Saved queries that were run, from the headers of the request to the last byte sent.",
            "query"),
    QUERY_ROWS("middletier_saved_query_rows_total", Type.COUNTER, "Rows that saved queries gave.", "query"),
    RELEASE(
            "middletier_release_info",
            Type.INFO,
            "The release served; absent while there is none.",
            "release",
            "extract_date"),
    RELEASE_SERVED("middletier_release_served", Type.GAUGE, "1 while a release is served, else 0."),
    RELEASE_BUILT(
            "middletier_release_built_timestamp_seconds",
            Type.GAUGE,
            "When the release served was built, in seconds since 1970; its age is time() less that."),
    RELEASE_EXTRACT(
            "middletier_release_extract_timestamp_seconds",
            Type.GAUGE,
            "The beginning (UTC) of the day of the release's latest extract, in seconds since 1970."),
    RELEASE_SWAPS(
            "middletier_release_swaps_total", Type.COUNTER, "Releases that took the place of another since the start."),
    RELEASE_FAILURES(
            "middletier_release_failures_total",
            Type.COUNTER,
            "Releases whose store could not be opened or read since the start."),
    RELEASE_BEHIND(
            "middletier_release_behind",
            Type.GAUGE,
            "1 if the current release of the data folder cannot be served and an older one stays, else 0."),
    RELEASES_BESIDE(
            "middletier_releases_open_beside",
            Type.GAUGE,
            "Releases open beside the one served, because they were asked for by their ids."),
    STORE_PAGES(
            "middletier_store_page_reads_total",
            Type.COUNTER,
            "Pages the store of the release served has read, by where they were: memory or disk; begins at 0 with each"
                    + " release.",
            "origin"),
    STORE_TRANSACTIONS(
            "middletier_store_transactions_total",
            Type.COUNTER,
            "Transactions begun on the store of the release served, those over Bolt included; begins at 0 with each"
                    + " release."),
    STORE_TERMINATED(
            "middletier_store_transactions_terminated_total",
            Type.COUNTER,
            "Transactions on the store of the release served that were ended before they were done, most of them by their"
                    + " time limit; begins at 0 with each release."),
    STORE_ACTIVE("middletier_store_transactions_active", Type.GAUGE, "Transactions running on the store now."),
    TIMELINE_SPELLS("middletier_timeline_spells", Type.GAUGE, "Intervals in memory of the release that was read last."),
    TIMELINE_READ(
            "middletier_timeline_read_seconds",
            Type.GAUGE,
            "Seconds it took to read them when the release was opened.");

    /** What a metric is to Prometheus. */
    public enum Type {
        COUNTER,
        GAUGE,
        /** With a bucket for each of {@link Sight#BUCKETS}. */
        HISTOGRAM,
        /** Count and sum, without quantiles. */
        SUMMARY,
        /** Always 1; its labels are what it says. */
        INFO;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String key;
    private final Type type;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    Metric(String key, Type type, String help, String... labels) {
        this.key = key;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** The name as it is scraped. */
    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    /** A sentence or two. */
    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels;
    }

    /** The table of all metrics in Markdown, as the page on operating holds it. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| metric | type | labels | |\n|---|---|---|---|\n");
        for (Metric metric : values()) {
            List<String> labels =
                    metric.labels.stream().map(label -> "`" + label + "`").toList();
            table.append("| `")
                    .append(metric.key)
                    .append("` | ")
                    .append(metric.type.word())
                    .append(" | ")
                    .append(String.join(", ", labels))
                    .append(" | ")
                    .append(metric.help)
                    .append(" |\n");
        }
        return table.toString();
    }
}
