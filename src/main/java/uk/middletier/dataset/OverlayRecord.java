package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Period;

/** One fact that no register holds, from a file of our own or from a list that is made into such facts. */
public sealed interface OverlayRecord {
    /** The row that says so. */
    Origin origin();

    /** When it held. */
    Span span();

    /** Where it comes from, in the author's words; null if they say nothing. */
    @Nullable
    String provenance();

    /**
     * Days of a fact.
     *
     * @param fromKnown whether the first day was recorded; if not, it is the day on which it was first seen
     * @param lastSeen last day on which it was seen, if that is all that is known of its end
     */
    record Span(Period period, boolean fromKnown, @Nullable LocalDate lastSeen) {
        /** Since before the record, and still true. */
        public static final Span ALWAYS = of(Period.ALWAYS);

        static Span of(Period period) {
            return new Span(period, period.from() != null, null);
        }
    }

    /**
     * A policy initiative.
     *
     * @param id {@code programme:city-challenge}
     */
    record Programme(
            Origin origin,
            String id,
            String name,
            @Nullable String country,
            Span span,
            @Nullable String provenance) implements OverlayRecord {}

    /**
     * A body.
     *
     * @param leadSchool number of the school that leads it
     * @param parent id of the body it is part of
     * @param programme id of the programme it runs under
     * @param hubRegion the department's word for a hub's area: {@code EE1}
     */
    record Body(
            Origin origin,
            String id,
            BodyKind kind,
            String name,
            Formality formality,
            @Nullable Long leadSchool,
            @Nullable String parent,
            @Nullable String programme,
            @Nullable String hubRegion,
            Span span,
            @Nullable String provenance)
            implements OverlayRecord {}

    /**
     * A school in a body.
     *
     * @param role one of {@link #ROLES}
     */
    record Member(
            Origin origin,
            long school,
            String body,
            String role,
            Span span,
            @Nullable String provenance) implements OverlayRecord {}

    /** What a school can be in a body. */
    List<String> ROLES = List.of("member", "lead", "convenor", "host", "emerging", "supported");

    /**
     * A school that helped another.
     *
     * @param programme id of the programme it was under
     * @param broker id of the body that arranged it
     * @param depth how much of it, in the author's words
     */
    record Support(
            Origin origin,
            long supporter,
            long supported,
            @Nullable String programme,
            @Nullable String broker,
            @Nullable String depth,
            Span span,
            @Nullable String provenance)
            implements OverlayRecord {}

    /**
     * What a school was recognised as.
     *
     * @param as {@code NLE}, {@code teaching-school}, {@code beacon} …
     * @param programme id of the programme
     */
    record Designation(
            Origin origin,
            long school,
            String as,
            @Nullable String programme,
            Span span,
            @Nullable String provenance) implements OverlayRecord {}

    /**
     * What was found about a school, a body or a programme.
     *
     * @param subject its id
     * @param value as a number; null if the text is none
     * @param text as it stands in the file
     */
    record Observation(
            Origin origin,
            String subject,
            String measure,
            @Nullable Double value,
            String text,
            @Nullable String unit,
            Span span,
            @Nullable String provenance)
            implements OverlayRecord {}
}
