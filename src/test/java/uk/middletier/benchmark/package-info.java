/**
 * What speed and memory are measured with; never part of a test run. {@code mvn -Pbenchmark -Dfast verify
 * -Dbenchmark.data=FOLDER} runs {@link uk.middletier.benchmark.Benchmarks} on an imported data folder.
 */
@NullMarked
package uk.middletier.benchmark;

import org.jspecify.annotations.NullMarked;
