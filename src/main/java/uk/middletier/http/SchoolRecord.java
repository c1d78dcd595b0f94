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
import uk.middletier.graph.Row;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Properties;
import uk.middletier.model.Ref;
import uk.middletier.timeline.HistoryRows;
import uk.middletier.timeline.Succession;

/** {@code /v1/schools/{urn}}: all that is known of a school, and who runs it on a day. */
final class SchoolRecord {
    static final Route ROUTE = Route.record(
            "/v1/schools/{urn}",
            "school",
            "a school on a day: its properties, areas, bodies, predecessors and successors",
            List.of(Parameter.AS_OF),
            Route.BY_URN,
            SchoolRecord::plan);

    /** In this order, and absent values as null, so that a record has one shape. */
    private static final List<String> PROPERTIES = List.of(
            Properties.ID,
            Properties.URN,
            Properties.NAME,
            Properties.LA_ESTAB,
            Properties.UKPRN,
            Properties.TYPE,
            Properties.TYPE_CODE,
            Properties.TYPE_GROUP,
            Properties.GROUP,
            Properties.STATE_FUNDED,
            Properties.PHASE,
            Properties.STATUS,
            Properties.REASON_OPENED,
            Properties.REASON_CLOSED,
            Properties.FROM,
            Properties.TO,
            Properties.FROM_KNOWN,
            Properties.TO_KNOWN,
            Properties.EVER_OPEN,
            Properties.LINEAGE,
            Properties.LOW_AGE,
            Properties.HIGH_AGE,
            Properties.GENDER,
            Properties.RELIGIOUS_CHARACTER,
            Properties.ADMISSIONS,
            Properties.CAPACITY,
            Properties.PUPILS,
            Properties.FSM_PERCENT,
            Properties.CENSUS_DATE,
            Properties.URBAN_RURAL,
            Properties.RURAL,
            Properties.STREET,
            Properties.TOWN,
            Properties.POSTCODE,
            Properties.WEBSITE,
            Properties.EASTING,
            Properties.NORTHING,
            Properties.LOCATION,
            Properties.OFSTED_RATING,
            Properties.OFSTED_DATE);

    private SchoolRecord() {}

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
        PROPERTIES.forEach(property -> data.put(property, school.get(property)));
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
