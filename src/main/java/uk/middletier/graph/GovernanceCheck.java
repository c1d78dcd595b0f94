package uk.middletier.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Period;

/**
 * Every open state-funded school is governed by exactly one body on every day of its life, and no school on any other
 * day.
 */
final class GovernanceCheck {
    private static final Comparator<Period> BY_START =
            Comparator.comparing(Period::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Samples overlaps = new Samples("schools governed by two bodies on one day");
    private final Samples outside = new Samples("schools governed on days they were not open");
    private final Samples gaps = new Samples("state-funded schools governed by nobody on a day they were open");

    /** Checks a row of {@link uk.middletier.cypher.ReleaseStatements#GOVERNANCE}. */
    void school(Row row) {
        String school = row.string("school");
        boolean open = Boolean.TRUE.equals(row.get("everOpen"));
        Period life = new Period(row.date("from"), row.date("to"));
        List<Period> spells = spells(row.list("spells"));
        if (!open || life.isEmpty()) {
            if (!spells.isEmpty()) {
                outside.add(school + " never open but " + show(spells));
            }
            return;
        }
        if (overlapping(spells)) {
            overlaps.add(school + " " + show(spells));
            return;
        }
        if (spells.stream().anyMatch(spell -> !life.span(spell).equals(life))) {
            outside.add(school + " open " + show(List.of(life)) + " but " + show(spells));
        } else if (Boolean.TRUE.equals(row.get("stateFunded")) && !covered(life, spells)) {
            gaps.add(school + " open " + show(List.of(life)) + " but " + show(spells));
        }
    }

    void reportTo(List<String> failures) {
        overlaps.reportTo(failures);
        outside.reportTo(failures);
        gaps.reportTo(failures);
    }

    private static boolean overlapping(List<Period> spells) {
        for (int i = 1; i < spells.size(); i++) {
            if (spells.get(i - 1).overlaps(spells.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Sorted and apart, inside the life: they cover it if they touch and together are as long. */
    private static boolean covered(Period life, List<Period> spells) {
        if (spells.isEmpty()) {
            return false;
        }
        Period all = spells.get(0);
        for (Period spell : spells) {
            if (!all.touches(spell)) {
                return false;
            }
            all = all.span(spell);
        }
        return all.equals(life);
    }

    private static List<Period> spells(List<@Nullable Object> values) {
        List<Period> spells = new ArrayList<>();
        for (Object value : values) {
            List<?> ends = (List<?>) Objects.requireNonNull(value);
            spells.add(new Period((LocalDate) ends.get(0), (LocalDate) ends.get(1)));
        }
        spells.sort(BY_START);
        return spells;
    }

    private static String show(List<Period> periods) {
        List<String> shown = new ArrayList<>();
        for (Period period : periods) {
            shown.add("[" + (period.from() == null ? "" : period.from()) + ", "
                    + (period.to() == null ? "" : period.to()) + ")");
        }
        return String.join(" ", shown);
    }
}
