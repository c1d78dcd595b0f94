package uk.middletier.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import uk.middletier.cypher.MeasureStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.Rows;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Timeline;

/** The series of all authorities as a sweep, and the same as a Cypher query for each month. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimelineBenchmark {
    private static final List<AreaMeasure> FRAGMENTATION = AreaMeasures.list(Family.FRAGMENTATION);

    @SuppressWarnings("NullAway.Init")
    private OpenRelease release;

    @SuppressWarnings("NullAway.Init")
    private Timeline timeline;

    private LocalDate day = LocalDate.of(2010, 1, 1);

    @Setup
    public void open() {
        release = new OpenRelease(OpenRelease.data());
        timeline = release.timeline();
        timeline.placement(Grouping.by(AreaKind.LOCAL_AUTHORITY));
    }

    @TearDown
    public void close() {
        release.close();
    }

    /** 180 months of all authorities in one pass. */
    @Benchmark
    public double[][][] sweep() {
        return SeriesQuestion.sweep(timeline);
    }

    /** All measures of fragmentation of all authorities on one day. */
    @Benchmark
    public double asOf() {
        day = day.plusDays(1).isAfter(timeline.extractDate()) ? LocalDate.of(2010, 1, 1) : day.plusDays(1);
        AreaMeasures areas = AreaMeasures.of(timeline, SeriesQuestion.question(FRAGMENTATION));
        areas.advanceTo(day);
        double sum = 0;
        for (int area = 0; area < areas.areas(); area++) {
            for (int measure = 0; measure < FRAGMENTATION.size(); measure++) {
                sum += areas.value(area, measure);
            }
        }
        return sum;
    }

    /** The same series, a query for each month. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public int cypher() {
        int rows = 0;
        for (LocalDate month : SeriesQuestion.MONTHS) {
            for (Statement statement : MeasureStatements.of(MeasureStatements.Question.of(month), SeriesQuestion.IDS)) {
                try (Rows found = release.store.read(statement, Duration.ofMinutes(1))) {
                    while (found.hasNext()) {
                        found.next();
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
