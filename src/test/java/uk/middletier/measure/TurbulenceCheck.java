package uk.middletier.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TurbulenceStatements;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.EventKind;
import uk.middletier.timeline.EventPlaces;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.LedgerEntry;
import uk.middletier.timeline.Timeline;

/** Whether the graph, asked in Cypher, counts what turbulence counts. */
public final class TurbulenceCheck {
    private static final double ROUNDING = 1e-9;

    private final GraphStore store;
    private final Timeline timeline;
    private final List<String> differences = new ArrayList<>();

    public TurbulenceCheck(GraphStore store, Timeline timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    /** Compares a window, area by area; more differences than before are for {@link #differences()}. */
    public void compare(AreaKind by, @Nullable AreaFilter within, Filter filter, LocalDate from, LocalDate to) {
        String area = within == null ? null : within.id();
        Turbulence turbulence = Turbulence.of(timeline, new TurbulenceQuestion(by, area, filter, List.of(from, to)));
        TurbulenceStatements statements =
                new TurbulenceStatements(by, within, filter.phases(), filter.scope(), from, to);
        String asked = by + " in " + area + ", " + filter + ", " + from + " to " + to + ", ";
        compare(asked, "schoolYears", statements.schoolYears(), values(turbulence, "schoolYears"));
        compare(asked, "openings", statements.openings(), values(turbulence, "openings"));
        compare(asked, "closures", statements.closures(), values(turbulence, "closures"));
        compare(asked, "conversions", statements.conversions(), values(turbulence, "conversions"));
        compare(
                asked,
                "transfersOfOneUrn",
                statements.transfersOfOneUrn(),
                transfersOfOneUrn(new EventPlaces(timeline, by, area, filter), from, to));
    }

    /** The same of what comes from or goes to trusts nobody names, where no such time goes on under another URN. */
    public void compareUnknown(AreaKind by, LocalDate from, LocalDate to) {
        Turbulence turbulence =
                Turbulence.of(timeline, new TurbulenceQuestion(by, null, Filter.NONE, List.of(from, to)));
        TurbulenceStatements statements = new TurbulenceStatements(by, null, List.of(), Filter.NONE.scope(), from, to);
        compare(by + " ", "joins", statements.joins(), values(turbulence, "joins"));
        compare(by + " ", "leaves", statements.leaves(), values(turbulence, "leaves"));
    }

    public List<String> differences() {
        return differences;
    }

    private static Map<String, Double> values(Turbulence turbulence, String id) {
        int place = Turbulence.DEFINITIONS.stream().map(Definition::id).toList().indexOf(id);
        Map<String, Double> values = new TreeMap<>();
        for (Turbulence.Row row : turbulence.rows()) {
            Number value = (Number) Objects.requireNonNull(row.values().get(place));
            if (value.doubleValue() != 0) {
                values.put(Objects.requireNonNull(row.area()).id(), value.doubleValue());
            }
        }
        return values;
    }

    private Map<String, Double> transfersOfOneUrn(EventPlaces places, LocalDate from, LocalDate to) {
        Ledger ledger = timeline.ledger();
        Map<String, Double> counts = new TreeMap<>();
        for (int entry = ledger.firstFrom(from); entry < ledger.firstFrom(to); entry++) {
            LedgerEntry told = ledger.get(entry);
            if (told.kind() == EventKind.TRANSFERRED && told.otherUrn() == null) {
                for (int unit : places.of(entry)) {
                    counts.merge(timeline.tier().ref(unit).id(), 1.0, Double::sum);
                }
            }
        }
        return counts;
    }

    private void compare(String asked, String column, Statement statement, Map<String, Double> told) {
        Map<String, Double> counted = new TreeMap<>();
        try (Rows rows = store.read(statement, Duration.ofSeconds(60))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                double value = ((Number) Objects.requireNonNull(row.get(column))).doubleValue();
                if (value != 0) {
                    counted.put(row.string("areaId"), value);
                }
            }
        }
        boolean same = counted.keySet().equals(told.keySet())
                && counted.entrySet().stream()
                        .allMatch(area -> Math.abs(area.getValue() - told.getOrDefault(area.getKey(), 0.0))
                                <= ROUNDING * area.getValue());
        if (!same) {
            differences.add(asked + column + ": in the graph " + counted + ", told " + told);
        }
    }
}
