package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.BodyStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;
import uk.middletier.model.Properties;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;

/** {@code /v1/bodies/{id}}: what a body is, and where its schools are on a day. */
final class BodyProfile {
    private static final List<Column> PROPERTIES = List.of(
            Column.text(Properties.ID),
            Column.text(Properties.NAME),
            Column.text(Properties.KIND),
            Column.text(Properties.FORMALITY),
            Column.text(Properties.STATUS),
            Column.text(Properties.CODE),
            Column.text(Properties.GSS),
            Column.text(Properties.GROUP_UID),
            Column.text(Properties.GROUP_ID),
            Column.text(Properties.COMPANIES_HOUSE),
            Column.text(Properties.UKPRN),
            Column.date(Properties.FROM),
            Column.date(Properties.TO),
            Column.bool(Properties.FROM_KNOWN),
            Column.bool(Properties.TO_KNOWN));

    static final Route ROUTE = Route.record(
                    "/v1/bodies/{id}",
                    "body",
                    "a body on a day: what it is, and how its schools are spread",
                    List.of(Parameter.AS_OF),
                    Route.BY_URN,
                    BodyProfile::plan)
            .giving(schema());

    private BodyProfile() {}

    private static Schema schema() {
        Schema first =
                Schema.object(List.of(Column.integer("urn"), Column.text("name"), Column.date("from")), "urn", "name");
        Schema refs = Schema.list(Schema.REF);
        return Schema.object(PROPERTIES, Properties.ID, Properties.NAME, Properties.KIND)
                .field("open", Schema.BOOLEAN)
                .field("schools", Schema.INTEGER)
                .field("pupils", Schema.INTEGER)
                .field("areas", counted("area", Schema.REF))
                .field("regions", counted("region", Schema.REF))
                .field("phases", counted("phase", Schema.TEXT))
                .field("groups", counted("group", Schema.TEXT))
                .field("firstSchool", first.orNull())
                .field("sponsors", refs)
                .field("under", refs)
                .field("over", refs)
                .field("predecessors", refs)
                .field("successors", refs);
    }

    private static Schema counted(String name, Schema of) {
        return Schema.list(Schema.object(Schema.INTEGER, "schools", "pupils").field(name, of));
    }

    /** The body of the path, or a refusal that names the nearest. */
    static Ref body(Question question) {
        String given = question.pathValue("id");
        Vocabulary vocabulary = question.release().vocabulary();
        return vocabulary
                .findBody(given)
                .orElseThrow(() -> new Refusal(Problem.of(ProblemType.UNKNOWN_ID, "there is no body \"" + given + "\"")
                        .withSuggestion(vocabulary.nearestBody(given).orElse(null))));
    }

    private static Plan plan(Question question) {
        String id = body(question).id();
        LocalDate day = question.parameters().asOf();
        Statement record = BodyStatements.get(id, day);
        Statement spread = BodyStatements.spread(id, day);
        Statement around = BodyStatements.around(id, day);
        Statement first = BodyStatements.firstSchool(id);
        return new Plan(List.of(record, spread, around, first), reads -> {
            Map<String, @Nullable Object> data =
                    reads.find(record, BodyProfile::properties).orElseThrow();
            addSpread(data, reads.list(spread, BodyProfile::part));
            data.put("firstSchool", reads.find(first, BodyProfile::firstSchool).orElse(null));
            addAround(data, reads.list(around, BodyProfile::neighbour));
            return new Answer.Item(data);
        });
    }

    private static Map<String, @Nullable Object> properties(Row row) {
        Map<String, @Nullable Object> body = row.map("body");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        PROPERTIES.forEach(property -> data.put(property.name(), body.get(property.name())));
        data.put("open", row.get("open"));
        return data;
    }

    /** Schools that are alike in place, phase and group. */
    private record Part(
            @Nullable Ref area,
            @Nullable Ref region,
            @Nullable String phase,
            String group,
            long schools,
            long pupils) {}

    private static Part part(Row row) {
        return new Part(
                Cells.ref(row, "area"),
                Cells.ref(row, "region"),
                row.text("phase"),
                row.string("group"),
                row.integer("schools"),
                row.integer("pupils"));
    }

    private static void addSpread(Map<String, @Nullable Object> data, List<Part> parts) {
        data.put("schools", parts.stream().mapToLong(Part::schools).sum());
        data.put("pupils", parts.stream().mapToLong(Part::pupils).sum());
        data.put("areas", counted("area", parts, Part::area));
        data.put("regions", counted("region", parts, Part::region));
        data.put("phases", counted("phase", parts, Part::phase));
        data.put("groups", counted("group", parts, Part::group));
    }

    /** One object per value, in the order the values first come; no key is made from data. */
    private static List<Map<String, @Nullable Object>> counted(
            String name, List<Part> parts, Function<Part, @Nullable Object> value) {
        Map<Object, List<Part>> groups = new LinkedHashMap<>();
        for (Part part : parts) {
            Object key = value.apply(part);
            if (key != null) {
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(part);
            }
        }
        List<Map<String, @Nullable Object>> counted = new ArrayList<>();
        groups.forEach((key, alike) -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put(name, key);
            fields.put("schools", alike.stream().mapToLong(Part::schools).sum());
            fields.put("pupils", alike.stream().mapToLong(Part::pupils).sum());
            counted.add(fields);
        });
        return counted;
    }

    private static Map<String, @Nullable Object> firstSchool(Row row) {
        Map<String, @Nullable Object> first = new LinkedHashMap<>();
        first.put("urn", row.get("urn"));
        first.put("name", row.get("name"));
        first.put("from", row.get("from"));
        return first;
    }

    private record Neighbour(
            String relation,
            boolean outgoing,
            Ref ref,
            @Nullable LocalDate on) {}

    private static Neighbour neighbour(Row row) {
        return new Neighbour(
                row.string("relation"),
                Boolean.TRUE.equals(row.get("outgoing")),
                new Ref(row.string("id"), row.string("name"), row.string("kind")),
                row.date("on"));
    }

    private static void addAround(Map<String, @Nullable Object> data, List<Neighbour> all) {
        data.put("sponsors", refs(all, Relationships.SPONSORED_BY, true));
        data.put("under", refs(all, Relationships.UNDER, true));
        data.put("over", refs(all, Relationships.UNDER, false));
        data.put("predecessors", refs(all, Relationships.SUCCEEDED_BY, false));
        data.put("successors", refs(all, Relationships.SUCCEEDED_BY, true));
    }

    private static List<Ref> refs(List<Neighbour> all, String relation, boolean outgoing) {
        return all.stream()
                .filter(each -> each.relation().equals(relation) && each.outgoing() == outgoing)
                .map(Neighbour::ref)
                .sorted(java.util.Comparator.comparing(Ref::name).thenComparing(Ref::id))
                .toList();
    }
}
