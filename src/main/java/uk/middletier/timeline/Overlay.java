package uk.middletier.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no register holds, beside the bodies and memberships that stand among the others: who supported whom, who was
 * designated what, under which programme, and what was observed. Days as in {@link Days}; schools and bodies by their
 * places in {@link Schools} and {@link Tier}. Immutable.
 *
 * @param supports in the order of supporter, supported, first day
 * @param designations in the order of school, designation, first day
 * @param programmes bodies under programmes and trusts under umbrella trusts, in the order of body, first day
 * @param observations in the order of subject, measure, first day
 */
public record Overlay(
        List<Support> supports,
        List<Designation> designations,
        List<Under> programmes,
        List<Observation> observations) {
    /** Of a release that holds nothing of the kind. */
    public static final Overlay NONE = new Overlay(List.of(), List.of(), List.of(), List.of());

    /**
     * One school helped another.
     *
     * @param programme id of the programme, if it was under one
     * @param broker place in the tier of the body that arranged it; −1 if none is known
     * @param depth how much of it, in the overlay's own terms
     */
    public record Support(
            int supporter,
            int supported,
            @Nullable String programme,
            int broker,
            @Nullable String depth,
            int from,
            int to) {}

    /**
     * A school was recognised as something.
     *
     * @param as {@code teaching-school}, {@code NLE}, {@code beacon} …
     * @param programme id of the programme
     */
    public record Designation(
            int school, String as, @Nullable String programme, int from, int to) {}

    /**
     * A body ran under a programme, or a trust under an umbrella trust.
     *
     * @param above id of the programme or umbrella trust
     */
    public record Under(int unit, String above, int from, int to) {}

    /**
     * What was found about a school, body or programme.
     *
     * @param subject its id
     * @param measure the overlay's word, {@code ofsted-overall}, {@code joint-practice} …
     * @param value as a number, null if it is none; {@code text} is what stood there
     * @param unit {@code percent}, {@code grade} …
     */
    public record Observation(
            String subject,
            String measure,
            @Nullable Double value,
            String text,
            @Nullable String unit,
            int from,
            int to) {}

    public Overlay {
        supports = List.copyOf(supports);
        designations = List.copyOf(designations);
        programmes = List.copyOf(programmes);
        observations = List.copyOf(observations);
    }
}
