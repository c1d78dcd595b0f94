package uk.middletier.timeline;

import org.jspecify.annotations.Nullable;

/** Ofsted's overall grades as numbers. Both categories of concern are inadequate. */
public final class OfstedGrade {
    private OfstedGrade() {}

    /** 1 outstanding, 2 good, 3 requires improvement (or satisfactory, before September 2012), 4 inadequate; 0 for other words. */
    public static int of(@Nullable String word) {
        return word == null
                ? 0
                : switch (word) {
                    case "Outstanding" -> 1;
                    case "Good" -> 2;
                    case "Requires improvement", "Satisfactory" -> 3;
                    case "Inadequate", "Special Measures", "Serious Weaknesses" -> 4;
                    default -> 0;
                };
    }
}
