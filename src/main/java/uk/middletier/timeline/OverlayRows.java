package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Relationships;

/** Rows of {@link uk.middletier.cypher.TimelineStatements#OVERLAY}, in order. */
final class OverlayRows {
    private static final Comparator<Overlay.Support> SUPPORTS = Comparator.comparingInt(Overlay.Support::supporter)
            .thenComparingInt(Overlay.Support::supported)
            .thenComparingInt(Overlay.Support::from)
            .thenComparingInt(Overlay.Support::to)
            .thenComparing(Overlay.Support::programme, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Overlay.Support::broker);

    private static final Comparator<Overlay.Designation> DESIGNATIONS = Comparator.comparingInt(
                    Overlay.Designation::school)
            .thenComparing(Overlay.Designation::as)
            .thenComparingInt(Overlay.Designation::from)
            .thenComparing(Overlay.Designation::programme, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Overlay.Under> PROGRAMMES = Comparator.comparingInt(Overlay.Under::unit)
            .thenComparingInt(Overlay.Under::from)
            .thenComparing(Overlay.Under::above);

    private static final Comparator<Overlay.Observation> OBSERVATIONS = Comparator.comparing(
                    Overlay.Observation::subject)
            .thenComparing(Overlay.Observation::measure)
            .thenComparingInt(Overlay.Observation::from)
            .thenComparing(Overlay.Observation::text);

    private final Schools schools;
    private final Tier tier;
    private final List<Overlay.Support> supports = new ArrayList<>();
    private final List<Overlay.Designation> designations = new ArrayList<>();
    private final List<Overlay.Under> programmes = new ArrayList<>();
    private final List<Overlay.Observation> observations = new ArrayList<>();

    /** Few words come in thousands of rows; one copy of each is kept. */
    private final Map<String, String> words = new HashMap<>();

    OverlayRows(Schools schools, Tier tier) {
        this.schools = schools;
        this.tier = tier;
    }

    void add(List<@Nullable Object> row) {
        int from = Days.start((LocalDate) row.get(5));
        int to = Days.end((LocalDate) row.get(6));
        switch (String.valueOf(row.get(0))) {
            case Relationships.SUPPORTS ->
                supports.add(new Overlay.Support(
                        school(row.get(2)),
                        school(row.get(4)),
                        word(row.get(7)),
                        row.get(8) instanceof String broker ? tier.find(broker).orElse(-1) : -1,
                        word(row.get(9)),
                        from,
                        to));
            case Relationships.DESIGNATED ->
                designations.add(new Overlay.Designation(
                        school(row.get(2)), String.valueOf(word(row.get(10))), word(row.get(3)), from, to));
            case Relationships.UNDER ->
                programmes.add(new Overlay.Under(
                        tier.get(String.valueOf(row.get(1))), String.valueOf(word(row.get(3))), from, to));
            default ->
                observations.add(new Overlay.Observation(
                        String.valueOf(row.get(1)),
                        String.valueOf(word(row.get(11))),
                        row.get(12) instanceof Number value ? value.doubleValue() : null,
                        String.valueOf(word(row.get(13))),
                        word(row.get(14)),
                        from,
                        to));
        }
    }

    Overlay overlay() {
        supports.sort(SUPPORTS);
        designations.sort(DESIGNATIONS);
        programmes.sort(PROGRAMMES);
        observations.sort(OBSERVATIONS);
        return new Overlay(supports, designations, programmes, observations);
    }

    private int school(@Nullable Object urn) {
        return schools.find((Long) Objects.requireNonNull(urn, "a school has a number"));
    }

    private @Nullable String word(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        String known = words.putIfAbsent((String) text, (String) text);
        return known == null ? (String) text : known;
    }
}
