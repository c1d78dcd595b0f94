package uk.middletier.benchmark;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import uk.middletier.measure.Brokers;
import uk.middletier.measure.Cohesion;
import uk.middletier.measure.Communities;
import uk.middletier.measure.Coopetition;
import uk.middletier.measure.Network;
import uk.middletier.measure.NetworkMeasure;
import uk.middletier.measure.Networks;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** The network of all state-funded schools, and of those of each authority, on a day; ties collected each time. */
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
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
public class NetworkBenchmark {
    @Param({"2006-09-01", "2024-09-01"})
    private String day = "";

    @Param({"collaboration", "all"})
    private String layers = "";

    @SuppressWarnings("NullAway.Init")
    private OpenRelease release;

    @SuppressWarnings("NullAway.Init")
    private Timeline timeline;

    @SuppressWarnings("NullAway.Init")
    private Networks.Question question;

    @Setup
    public void open() {
        release = new OpenRelease(OpenRelease.data());
        timeline = release.timeline();
        Set<Layer> asked = layers.equals("all") ? EnumSet.allOf(Layer.class) : EnumSet.copyOf(Layer.COLLABORATION);
        question = new Networks.Question(asked, null, timeline.counted(Filter.NONE), Days.of(LocalDate.parse(day)));
    }

    @TearDown
    public void close() {
        release.close();
    }

    /** All measures of {@code /v1/network} of every authority. */
    @Benchmark
    public double authorities() {
        List<Networks.OfArea> areas = Networks.byArea(timeline, question, AreaKind.LOCAL_AUTHORITY);
        return areas.stream().mapToDouble(area -> sum(area.network())).sum();
    }

    /** The same of all schools together. */
    @Benchmark
    public double whole() {
        return sum(Networks.whole(timeline, question, AreaKind.LOCAL_AUTHORITY));
    }

    private double sum(Network network) {
        Cohesion cohesion = new Cohesion(network, question.layers().size());
        double sum = 0;
        for (NetworkMeasure measure : Cohesion.MEASURES) {
            sum += measure.of(cohesion);
        }
        return sum;
    }

    @Benchmark
    public double leiden() {
        return Communities.of(Networks.all(timeline, question), 1).modularity();
    }

    /** Betweenness of all schools and bodies from a thousand of them; constraint and roles of the first. */
    @Benchmark
    public Brokers.Broker brokers() {
        return new Brokers(Networks.all(timeline, question)).get(0);
    }

    @Benchmark
    public Coopetition.Counts coopetition() {
        return Coopetition.of(Networks.all(timeline, question), timeline.schools(), new Coopetition.Reach(3, 8));
    }
}
