package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.AreaStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.Row;
import uk.middletier.model.Period;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;

/** {@code /v1/areas/{id}}: an area, what lies around it, and who runs its schools on a day. */
final class AreaRecord {
    static final Route ROUTE = Route.record(
                    "/v1/areas/{id}",
                    "area",
                    "an area with its parents, children, predecessors, successors and counts on a day",
                    List.of(Parameter.AS_OF),
                    Route.BY_URN,
                    AreaRecord::plan)
            .giving(schema());

    private AreaRecord() {}

    private static Schema schema() {
        Schema succession = Schema.object(Schema.TEXT, "id", "name", "kind")
                .field("on", Schema.DATE.orNull())
                .field("succession", Schema.TEXT.orNull());
        Schema numbers = Schema.object(Schema.INTEGER, "schools", "pupils");
        Schema group = numbers.field("bodies", Schema.INTEGER)
                .field("group", Schema.TEXT)
                .field("governedByKind", Schema.TEXT);
        return Schema.object(Schema.TEXT, "id", "name", "kind")
                .field("code", Schema.TEXT.orNull())
                .field("gss", Schema.TEXT.orNull())
                .field("from", Schema.DATE.orNull())
                .field("to", Schema.DATE.orNull())
                .field("exists", Schema.BOOLEAN)
                .field("parents", Schema.list(Schema.REF))
                .field("children", Schema.list(Schema.REF))
                .field("predecessors", Schema.list(succession))
                .field("successors", Schema.list(succession))
                .field("counts", numbers.field("byGroupAndBodyKind", Schema.list(group)));
    }

    private static Plan plan(Question question) {
        Vocabulary vocabulary = question.release().vocabulary();
        String given = question.pathValue("id");
        Vocabulary.Area area = vocabulary
                .findArea(given)
                .orElseThrow(() -> new Refusal(Problem.of(ProblemType.UNKNOWN_ID, "there is no area \"" + given + "\"")
                        .withSuggestion(vocabulary.nearestArea(given).orElse(null))));
        LocalDate day = question.parameters().asOf();
        Statement record = AreaStatements.get(area.id());
        Statement neighbours = AreaStatements.neighbours(area.id());
        Statement counts = AreaStatements.counts(new AreaFilter(area.kind(), area.id()), day);
        return new Plan(List.of(record, neighbours, counts), reads -> {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("id", area.id());
            data.put("name", area.name());
            data.put("kind", area.kind().label());
            data.put("code", area.code());
            data.put("gss", area.gss());
            data.put("from", area.from());
            data.put("to", area.to());
            data.put("exists", new Period(area.from(), area.to()).contains(day));
            addNeighbours(data, reads.list(neighbours, AreaRecord::neighbour), day);
            data.put("counts", counts(reads.list(counts, AreaRecord::count)));
            return new Answer.Item(data);
        });
    }

    private record Neighbour(
            boolean within,
            boolean outgoing,
            Ref ref,
            Period period,
            @Nullable LocalDate on,
            @Nullable String succession) {}

    private static Neighbour neighbour(Row row) {
        return new Neighbour(
                row.string("relation").equals(Relationships.IN_AREA),
                Boolean.TRUE.equals(row.get("outgoing")),
                new Ref(row.string("id"), row.string("name"), row.string("kind")),
                new Period(row.date("from"), row.date("to")),
                row.date("on"),
                row.text("succession"));
    }

    private static void addNeighbours(Map<String, @Nullable Object> data, List<Neighbour> all, LocalDate day) {
        data.put("parents", refs(all, true, day));
        data.put("children", refs(all, false, day));
        data.put("predecessors", successions(all, false));
        data.put("successors", successions(all, true));
    }

    private static List<Ref> refs(List<Neighbour> all, boolean outgoing, LocalDate day) {
        return all.stream()
                .filter(neighbour -> neighbour.within()
                        && neighbour.outgoing() == outgoing
                        && neighbour.period().contains(day))
                .map(Neighbour::ref)
                .toList();
    }

    private static List<Map<String, @Nullable Object>> successions(List<Neighbour> all, boolean outgoing) {
        List<Map<String, @Nullable Object>> successions = new ArrayList<>();
        for (Neighbour neighbour : all) {
            if (!neighbour.within() && neighbour.outgoing() == outgoing) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("id", neighbour.ref().id());
                fields.put("name", neighbour.ref().name());
                fields.put("kind", neighbour.ref().kind());
                fields.put("on", neighbour.on());
                fields.put("succession", neighbour.succession());
                successions.add(fields);
            }
        }
        return successions;
    }

    private record Count(String group, String governorKind, long schools, long pupils, long bodies) {}

    private static Count count(Row row) {
        return new Count(
                row.string("group"),
                row.string("governorKind"),
                row.integer("schools"),
                row.integer("pupils"),
                row.integer("bodies"));
    }

    private static Map<String, @Nullable Object> counts(List<Count> counts) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("schools", counts.stream().mapToLong(Count::schools).sum());
        data.put("pupils", counts.stream().mapToLong(Count::pupils).sum());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Count count : counts) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("group", count.group());
            row.put("governedByKind", count.governorKind());
            row.put("schools", count.schools());
            row.put("pupils", count.pupils());
            row.put("bodies", count.bodies());
            rows.add(row);
        }
        data.put("byGroupAndBodyKind", rows);
        return data;
    }
}
