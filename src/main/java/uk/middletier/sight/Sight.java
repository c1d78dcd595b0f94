package uk.middletier.sight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of the metrics, for use by many threads. Counting takes well under a microsecond. */
public final class Sight implements AutoCloseable {
    /** Of histograms: from what is answered from memory to the longest a question may take. */
    static final List<Duration> BUCKETS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toList();

    /** Combinations of labels that are told apart, of what is timed and of what is counted; those that come later are "other". */
    static final int MOST_SERIES = 4_000;

    private static final String OTHER = "other";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Metric, MultiGauge> told = new ConcurrentHashMap<>();
    /** The registry holds what it asks weakly. */
    private final List<DoubleSupplier> watched = new CopyOnWriteArrayList<>();

    private final JvmGcMetrics collections = new JvmGcMetrics();

    private record Series(Metric metric, List<String> values) {}

    /**
     * Metrics as they are scraped.
     *
     * @param contentType with the version of the format
     */
    public record Page(String contentType, String text) {}

    /** With the metrics of this process: heap, collections, threads, processors, files, time since the start. */
    public Sight() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Counts one more that took so long. */
    public void time(Metric metric, long nanos, String... values) {
        Series series = series(timers, metric, values);
        Timer timer = timers.get(series);
        if (timer == null) {
            timer = timers.computeIfAbsent(series, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts so many more. */
    public void count(Metric metric, long more, String... values) {
        Series series = series(counters, metric, values);
        Counter counter = counters.get(series);
        if (counter == null) {
            counter = counters.computeIfAbsent(
                    series,
                    each -> Counter.builder(id(metric))
                            .description(metric.help())
                            .tags(tags(metric, each.values()))
                            .register(registry));
        }
        counter.increment((double) more);
    }

    /** Takes a gauge or a counter from where it is kept, whenever it is scraped. */
    public void watch(Metric metric, DoubleSupplier value, String... values) {
        watched.add(value);
        Tags tags = tags(metric, List.of(values));
        if (metric.type() == Metric.Type.COUNTER) {
            FunctionCounter.builder(id(metric), value, DoubleSupplier::getAsDouble)
                    .description(metric.help())
                    .tags(tags)
                    .register(registry);
        } else {
            Gauge.builder(id(metric), value, DoubleSupplier::getAsDouble)
                    .description(metric.help())
                    .tags(tags)
                    .register(registry);
        }
    }

    /** Says something in labels, in place of what was said before; nothing if no values are given. */
    public synchronized void tell(Metric metric, String... values) {
        told.computeIfAbsent(
                        metric,
                        each -> MultiGauge.builder(id(each))
                                .description(each.help())
                                .register(registry))
                .register(
                        values.length == 0
                                ? Collections.<MultiGauge.Row<?>>emptyList()
                                : List.of(MultiGauge.Row.of(tags(metric, List.of(values)), 1)),
                        true);
    }

    /** All of them, in OpenMetrics if the header asks for it, else as plain text. */
    public Page page(@Nullable String accept) {
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        return new Page(type, registry.scrape(type));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private Timer timer(Series series) {
        Timer.Builder timer = Timer.builder(id(series.metric()))
                .description(series.metric().help())
                .tags(tags(series.metric(), series.values()));
        if (series.metric().type() == Metric.Type.HISTOGRAM) {
            timer.serviceLevelObjectives(BUCKETS.toArray(Duration[]::new));
        }
        return timer.register(registry);
    }

    private static Series series(Map<Series, ?> known, Metric metric, String... values) {
        Series series = new Series(metric, List.of(values));
        return known.size() < MOST_SERIES || known.containsKey(series)
                ? series
                : new Series(metric, Collections.nCopies(values.length, OTHER));
    }

    /** The registry puts underscores for dots, and knows what says something in labels by the dot. */
    private static String id(Metric metric) {
        return metric.key().replace('_', '.');
    }

    private static Tags tags(Metric metric, List<String> values) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < metric.labels().size(); i++) {
            tags.add(Tag.of(metric.labels().get(i), values.get(i)));
        }
        return Tags.of(tags);
    }
}
