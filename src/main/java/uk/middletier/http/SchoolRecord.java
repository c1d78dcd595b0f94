package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.SchoolRecordStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Properties;
import uk.middletier.model.Ref;
import uk.middletier.timeline.HistoryRows;
import uk.middletier.timeline.Succession;

/** {@code /v1/schools/{urn}}: all that is known of a school, and who runs it on a day. */
final class SchoolRecord {
    /** In this order, and absent values as null, so that a record has one shape. */
    private static final List<Column> PROPERTIES = List.of(
            Column.text(Properties.ID),
            Column.integer(Properties.URN),
            Column.text(Properties.NAME),
            Column.text(Properties.LA_ESTAB),
            Column.text(Properties.UKPRN),
            Column.text(Properties.TYPE),
            Column.text(Properties.TYPE_CODE),
            Column.text(Properties.TYPE_GROUP),
            Column.text(Properties.GROUP),
            Column.bool(Properties.STATE_FUNDED),
            Column.text(Properties.PHASE),
            Column.text(Properties.STATUS),
            Column.text(Properties.REASON_OPENED),
            Column.text(Properties.REASON_CLOSED),
            Column.date(Properties.FROM),
            Column.date(Properties.TO),
            Column.bool(Properties.FROM_KNOWN),
            Column.bool(Properties.TO_KNOWN),
            Column.bool(Properties.EVER_OPEN),
            Column.text(Properties.LINEAGE),
            Column.integer(Properties.LOW_AGE),
            Column.integer(Properties.HIGH_AGE),
            Column.text(Properties.GENDER),
            Column.text(Properties.RELIGIOUS_CHARACTER),
            Column.text(Properties.ADMISSIONS),
            Column.integer(Properties.CAPACITY),
            Column.integer(Properties.PUPILS),
            Column.decimal(Properties.FSM_PERCENT),
            Column.date(Properties.CENSUS_DATE),
            Column.text(Properties.URBAN_RURAL),
            Column.bool(Properties.RURAL),
            Column.text(Properties.STREET),
            Column.text(Properties.TOWN),
            Column.text(Properties.POSTCODE),
            Column.text(Properties.WEBSITE),
            Column.integer(Properties.EASTING),
            Column.integer(Properties.NORTHING),
            Column.point(Properties.LOCATION),
            Column.text(Properties.OFSTED_RATING),
            Column.date(Properties.OFSTED_DATE));

    static final Route ROUTE = Route.record(
                    "/v1/schools/{urn}",
                    "school",
                    "a school on a day: its properties, areas, bodies, predecessors and successors",
                    List.of(Parameter.AS_OF),
                    Route.BY_URN,
                    SchoolRecord::plan)
            .giving(schema());

    private SchoolRecord() {}

    private static Schema schema() {
        Schema succession = Schema.object(
                List.of(
                        Column.integer("urn"),
                        Column.text("name"),
                        Column.date("on"),
                        Column.text("kind"),
                        Column.text("registerType")),
                "urn",
                "name",
                "kind");
        return Schema.object(PROPERTIES, Properties.ID, Properties.URN, Properties.NAME)
                .field("open", Schema.BOOLEAN)
                .field("sector", Schema.TEXT.orNull())
                .field("governedBy", Schema.REF.orNull())
                .field("trustSize", Schema.INTEGER.orNull())
                .field("memberOf", Schema.list(Schema.REF))
                .field("sponsoredBy", Schema.list(Schema.REF))
                .field("areas", Schema.list(Schema.REF))
                .field("predecessors", Schema.list(succession))
                .field("successors", Schema.list(succession));
    }

    private static Plan plan(Question question) {
        long urn = urn(question);
        LocalDate day = question.parameters().asOf();
        Statement record = SchoolRecordStatements.get(urn, day);
        Statement areas = SchoolRecordStatements.areas(urn, day);
        Statement links = SchoolRecordStatements.links(urn);
        return new Plan(List.of(record, areas, links), reads -> {
            Map<String, @Nullable Object> data =
                    reads.find(record, SchoolRecord::data).orElseThrow(() -> unknown(urn, reads));
            List<Ref> within =
                    reads.list(areas, row -> new Ref(row.string("id"), row.string("name"), row.string("kind")));
            data.put("areas", within.stream().sorted(byKind()).toList());
            List<Succession> successions = reads.list(links, HistoryRows::succession);
            data.put("predecessors", successions(successions, urn, true));
            data.put("successors", successions(successions, urn, false));
            return new Answer.Item(data);
        });
    }

    /** The URN in a path; {@code school:100000} is one too. */
    static long urn(Question question) {
        String given = question.pathValue("urn");
        String digits = given.startsWith("school:") ? given.substring("school:".length()) : given;
        if (!digits.matches("[0-9]{1,9}")) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_PARAMETER,
                    "\"" + given + "\" is no URN: it is a number such as 100000",
                    "urn"));
        }
        return Long.parseLong(digits);
    }

    /** A refusal that names a school whose URN differs by one slip of the finger. */
    static Refusal unknown(long urn, Reads reads) {
        List<Long> near =
                reads.list(SchoolRecordStatements.existing(slips(Long.toString(urn))), row -> row.integer("urn"));
        return new Refusal(Problem.of(ProblemType.UNKNOWN_ID, "there is no school with URN " + urn)
                .withSuggestion(near.isEmpty() ? null : near.get(0).toString()));
    }

    /** Numbers one changed or two swapped digits away, and one digit more or less. */
    static List<Long> slips(String digits) {
        List<Long> slips = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                slips.add(Long.parseLong(digits.substring(0, i) + digit + digits.substring(i + 1)));
            }
            if (i + 1 < digits.length()) {
                slips.add(Long.parseLong(
                        digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2)));
            }
            if (digits.length() > 1) {
                slips.add(Long.parseLong(digits.substring(0, i) + digits.substring(i + 1)));
            }
        }
        slips.removeIf(slip -> Long.toString(slip).equals(digits));
        return slips.stream().distinct().toList();
    }

    private static Map<String, @Nullable Object> data(Row row) {
        Map<String, @Nullable Object> school = row.map("school");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        PROPERTIES.forEach(property -> data.put(property.name(), school.get(property.name())));
        data.put("open", row.get("open"));
        data.put("sector", row.get("sector"));
        Ref governor = row.get("governedBy") == null ? null : Cells.ref(row.map("governedBy"));
        data.put("governedBy", governor);
        data.put("trustSize", governor != null && isTrust(governor) ? row.get("trustSize") : null);
        data.put("memberOf", refs(row.list("memberOf")));
        data.put("sponsoredBy", refs(row.list("sponsoredBy")));
        return data;
    }

    private static boolean isTrust(Ref body) {
        return body.kind().equals(BodyKind.MULTI_ACADEMY_TRUST.label())
                || body.kind().equals(BodyKind.SINGLE_ACADEMY_TRUST.label());
    }

    private static List<Ref> refs(List<@Nullable Object> maps) {
        return maps.stream()
                .map(map -> Cells.ref((Map<?, ?>) map))
                .sorted(Comparator.comparing(Ref::name).thenComparing(Ref::id))
                .toList();
    }

    private static Comparator<Ref> byKind() {
        List<String> kinds =
                Arrays.stream(AreaKind.values()).map(AreaKind::label).toList();
        return Comparator.comparingInt((Ref ref) -> kinds.indexOf(ref.kind())).thenComparing(Ref::id);
    }

    private static List<Map<String, @Nullable Object>> successions(
            List<Succession> all, long urn, boolean predecessors) {
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (Succession succession : all) {
            if ((predecessors ? succession.toUrn() : succession.fromUrn()) == urn) {
                Map<String, @Nullable Object> link = new LinkedHashMap<>();
                link.put("urn", predecessors ? succession.fromUrn() : succession.toUrn());
                link.put("name", predecessors ? succession.fromName() : succession.toName());
                link.put("on", succession.on());
                link.put("kind", succession.kind());
                link.put("registerType", succession.registerType());
                links.add(link);
            }
        }
        return links;
    }
}
