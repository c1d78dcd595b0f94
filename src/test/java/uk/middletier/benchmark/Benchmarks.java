package uk.middletier.benchmark;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs what is measured in process: the sweep beside a query for each month, the load of a timeline, networks. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(TimelineBenchmark.class.getName())
                        .include(LoadBenchmark.class.getName())
                        .include(NetworkBenchmark.class.getName())
                        .jvmArgsPrepend("-Xmx1g", "-D" + OpenRelease.DATA + "=" + OpenRelease.data())
                        .build())
                .run();
    }
}
