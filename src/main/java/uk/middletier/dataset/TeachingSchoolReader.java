package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.OverlayRecord.Span;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Rows of the list of teaching schools of a day: one alliance per name, its teaching schools as those that lead it. The
 * list holds no dates: what it says was first seen on its day and ended with the programme.
 */
final class TeachingSchoolReader implements Consumer<Row> {
    private static final String PROGRAMME = Ids.programme("teaching-schools");

    /**
     * The first hundred were designated for September 2011; designations ended on 31 August 2021, when the hubs took
     * over.
     */
    private static final Period YEARS = new Period(LocalDate.of(2011, 9, 1), LocalDate.of(2021, 9, 1));

    private final Consumer<OverlayRecord> records;
    private final Map<String, String> alliances = new HashMap<>();

    TeachingSchoolReader(Consumer<OverlayRecord> records) {
        this.records = records;
    }

    @Override
    public void accept(Row row) {
        OptionalLong urn = row.urn("URN");
        if (urn.isEmpty()) {
            return;
        }
        row.about(Ids.school(urn.getAsLong()));
        String name = row.name("Alliance Name");
        String slug = Ids.slug(name);
        if (slug.isEmpty()) {
            row.issue(IssueCode.OVERLAY_ID_INVALID, "Alliance Name '" + name + "'", "the row is left out");
            return;
        }
        Origin origin = row.origin();
        LocalDate day = origin.source().extractDate();
        Span span = new Span(new Period(day, end(day)), false, end(day) == null ? null : day);
        if (alliances.isEmpty()) {
            records.accept(new OverlayRecord.Programme(
                    origin, PROGRAMME, "Teaching Schools", "England", Span.of(YEARS), null));
        }
        String id = Ids.body(BodyKind.TEACHING_SCHOOL_ALLIANCE, slug);
        if (alliances.putIfAbsent(id, name) == null) {
            records.accept(new OverlayRecord.Body(
                    origin,
                    id,
                    BodyKind.TEACHING_SCHOOL_ALLIANCE,
                    name,
                    BodyKind.TEACHING_SCHOOL_ALLIANCE.formality(),
                    null,
                    null,
                    PROGRAMME,
                    null,
                    span,
                    null));
        }
        records.accept(new OverlayRecord.Member(origin, urn.getAsLong(), id, "lead", span, null));
        records.accept(
                new OverlayRecord.Designation(origin, urn.getAsLong(), "teaching-school", PROGRAMME, span, null));
    }

    private static @Nullable LocalDate end(LocalDate day) {
        return YEARS.contains(day) ? YEARS.to() : null;
    }
}
