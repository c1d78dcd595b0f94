package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The length of the periods a time is cut into. */
enum Step {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    static final List<String> WORDS = Arrays.stream(values()).map(Step::word).toList();

    private final int months;

    Step(int months) {
        this.months = months;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** First days of the periods, and the day after the last, which may be cut short. Counted from the first day. */
    List<LocalDate> bounds(Window window) {
        List<LocalDate> bounds = new ArrayList<>();
        LocalDate day = window.from();
        for (int i = 1; i == 1 || day.isBefore(window.to()); i++) {
            bounds.add(day);
            // Always from the first day: a month after 31 January and a month later would drift to the 28th.
            day = window.from().plusMonths((long) i * months);
        }
        bounds.add(window.to());
        return bounds;
    }
}
