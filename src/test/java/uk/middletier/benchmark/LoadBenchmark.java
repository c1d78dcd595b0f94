package uk.middletier.benchmark;

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
import uk.middletier.timeline.Timeline;

/** Reading the timeline right after a release was opened: in a virtual machine that has done nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
        })
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class LoadBenchmark {
    @SuppressWarnings("NullAway.Init")
    private OpenRelease release;

    @Setup
    public void open() {
        release = new OpenRelease(OpenRelease.data());
    }

    @TearDown
    public void close() {
        release.close();
    }

    @Benchmark
    public Timeline load() {
        return release.timeline();
    }
}
