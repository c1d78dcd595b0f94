package uk.middletier.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.middletier.dataset.Source;

/** What came of each file that is not the register's, in words for whoever runs the import. */
final class Taken {
    private final Map<Source, Map<String, Integer>> counts = new LinkedHashMap<>();

    /** Says that a file was read, so that it is told of even if nothing came of it. */
    void read(Source source) {
        counts.computeIfAbsent(source, none -> new TreeMap<>());
    }

    void one(Source source, String what) {
        counts.computeIfAbsent(source, none -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    void reportTo(Consumer<String> progress) {
        counts.forEach((source, whats) -> progress.accept("taken from " + source.name() + ": "
                + (whats.isEmpty()
                        ? "nothing"
                        : whats.entrySet().stream()
                                .map(what -> what.getValue() + " " + what.getKey())
                                .collect(Collectors.joining(", ")))));
    }
}
