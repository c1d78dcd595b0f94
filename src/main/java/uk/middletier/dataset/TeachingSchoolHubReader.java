package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.middletier.dataset.OverlayRecord.Span;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Rows of the list of appropriate bodies, teaching school hubs among them. A hub's host stands there by its name only,
 * and a name is not enough to find a school by.
 */
final class TeachingSchoolHubReader implements Consumer<Row> {
    private static final String PROGRAMME = Ids.programme("teaching-school-hubs");
    private static final Pattern HOST = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)$");

    /** The hubs followed the teaching schools in September 2021. */
    private static final Period YEARS = new Period(LocalDate.of(2021, 9, 1), null);

    private final Consumer<OverlayRecord> records;
    private final Set<String> ids = new HashSet<>();

    TeachingSchoolHubReader(Consumer<OverlayRecord> records) {
        this.records = records;
    }

    @Override
    public void accept(Row row) {
        String id = Ids.body(BodyKind.TEACHING_SCHOOL_HUB, row.raw("appropriate_body_id"));
        String whole = row.name("ab_name_ecf1").replaceAll("\\s+", " ");
        row.about(id);
        if (row.raw("hub_region").isEmpty()) {
            row.issue(IssueCode.GROUP_OUT_OF_SCOPE, whole + " has no hub_region: it is no hub", "the row is left out");
            return;
        }
        if (row.raw("appropriate_body_id").isEmpty() || !ids.add(id)) {
            row.issue(
                    IssueCode.OVERLAY_DUPLICATE,
                    "appropriate_body_id '" + row.raw("appropriate_body_id") + "'",
                    "the row is left out");
            return;
        }
        Matcher host = HOST.matcher(whole);
        boolean hosted = host.matches();
        if (hosted) {
            row.issue(IssueCode.HUB_HOST_BY_NAME, "host '" + host.group(2) + "'", "kept as a hub without a host");
        }
        Origin origin = row.origin();
        if (ids.size() == 1) {
            records.accept(new OverlayRecord.Programme(
                    origin, PROGRAMME, "Teaching School Hubs", "England", Span.of(YEARS), null));
        }
        records.accept(new OverlayRecord.Body(
                origin,
                id,
                BodyKind.TEACHING_SCHOOL_HUB,
                hosted ? host.group(1) : whole,
                BodyKind.TEACHING_SCHOOL_HUB.formality(),
                null,
                null,
                PROGRAMME,
                row.raw("hub_region"),
                new Span(new Period(origin.source().extractDate(), null), false, null),
                null));
    }
}
