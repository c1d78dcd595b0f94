package uk.middletier.graph;

import java.util.ArrayList;
import java.util.List;

/** Offenders against one check: all counted, the first few kept. */
final class Samples {
    private static final int KEPT = 5;

    private final String title;
    private final List<String> kept = new ArrayList<>();
    private long count;

    Samples(String title) {
        this.title = title;
    }

    void add(String sample) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(sample);
        }
    }

    void reportTo(List<String> failures) {
        if (count > 0) {
            failures.add(title + ": " + count + ", such as " + String.join(", ", kept));
        }
    }
}
