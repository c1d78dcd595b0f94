package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.NetworkStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Coopetition;
import uk.middletier.measure.Networks;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Timeline;

/** {@code /v1/coopetition}: schools that compete and work together at once. */
final class CoopetitionTable {
    private static final String AREAS = "areas";
    private static final String BODIES = "bodies";

    private static final Comparator<Ref> BY_NAME =
            Comparator.comparing(Ref::name).thenComparing(Ref::id);

    private static final List<Column> NUMBERS = List.of(
            Column.integer("schools"),
            Column.integer("located"),
            Column.integer("competitorPairs"),
            Column.integer("collaboratorPairs"),
            Column.integer("both"),
            Column.decimal("coopetition"),
            Column.decimal("collaborationAmongCompetitors"));

    private static final List<Column> AREA_COLUMNS = with(Column.ref("area"));
    private static final List<Column> BODY_COLUMNS = with(Column.ref("body"));

    private static final String[] NEVER_NULL = {"schools", "located", "competitorPairs", "collaboratorPairs", "both"};

    static final Route ROUTE = Route.measured(
                    "/v1/coopetition",
                    "coopetition",
                    "schools that compete for the same families, and whether they work together, of each area or body",
                    parameters(),
                    CoopetitionTable::plan)
            .giving(schema());

    private CoopetitionTable() {}

    private static List<Column> with(Column first) {
        return Stream.concat(Stream.of(first), NUMBERS.stream()).toList();
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(NetworkParameters.ofDay());
        all.add(NetworkParameters.BY);
        all.add(reach("urbanKm", "3", "how far families look for a school in town"));
        all.add(reach("ruralKm", "8", "how far they look in the country"));
        all.add(Parameter.choice("shape", AREAS, List.of(AREAS, BODIES), "a row for each area, or each body"));
        return all;
    }

    private static Parameter reach(String name, String km, String description) {
        return new Parameter(name, new ParameterType.Decimal(0, 50), false, km, description);
    }

    private static Schema schema() {
        return Schema.either(
                Schema.object()
                        .field(
                                "rows",
                                Schema.list(Schema.object(NUMBERS, NEVER_NULL).field("area", Schema.REF)))
                        .field("total", Schema.object(NUMBERS, NEVER_NULL)),
                Schema.object()
                        .field(
                                "rows",
                                Schema.list(Schema.object(NUMBERS, NEVER_NULL).field("body", Schema.REF)))
                        .field("total", Schema.object(NUMBERS, NEVER_NULL)));
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        LocalDate day = parameters.asOf();
        NetworkParameters asked = NetworkParameters.of(question);
        Timeline timeline = question.release().timeline();
        Coopetition.Reach reach = new Coopetition.Reach(parameters.decimal("urbanKm"), parameters.decimal("ruralKm"));
        boolean bodies = parameters.word("shape").equals(BODIES);
        return new Plan(statements(asked, day, reach), reads -> {
            Networks.Question on = asked.on(day);
            var whole = Networks.whole(timeline, on, asked.by());
            List<List<@Nullable Object>> rows = bodies
                    ? Coopetition.ofBodies(whole, timeline.schools(), reach).entrySet().stream()
                            .map(body -> row(timeline.tier().ref(body.getKey()), body.getValue()))
                            .sorted(Comparator.comparing(CoopetitionTable::ref, BY_NAME))
                            .toList()
                    : Networks.byArea(timeline, on, asked.by()).stream()
                            .map(area -> row(
                                    timeline.tier().ref(area.area()),
                                    Coopetition.of(area.network(), timeline.schools(), reach)))
                            .sorted(Comparator.comparing(CoopetitionTable::ref, BY_NAME))
                            .toList();
            reads.checkTime();
            Coopetition.Counts total = Coopetition.of(whole, timeline.schools(), reach);
            return new Answer.Summary(bodies ? BODY_COLUMNS : AREA_COLUMNS, rows, Map.of("total", total(total)));
        });
    }

    private static Ref ref(List<@Nullable Object> row) {
        return (Ref) Objects.requireNonNull(row.get(0));
    }

    private static List<Statement> statements(NetworkParameters asked, LocalDate day, Coopetition.Reach reach) {
        OverlapStatements.Schools schools = asked.schools(day);
        return List.of(
                NetworkStatements.competitors(asked.layers(), asked.by(), schools, reach.urbanKm(), reach.ruralKm()),
                NetworkStatements.ties(asked.layers(), asked.by(), schools));
    }

    private static List<@Nullable Object> row(Ref ref, Coopetition.Counts counts) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(ref);
        row.addAll(cells(counts));
        return row;
    }

    private static Map<String, @Nullable Object> total(Coopetition.Counts counts) {
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        List<@Nullable Object> cells = cells(counts);
        for (int i = 0; i < cells.size(); i++) {
            total.put(NUMBERS.get(i).name(), cells.get(i));
        }
        return total;
    }

    private static List<@Nullable Object> cells(Coopetition.Counts counts) {
        return Arrays.asList(
                counts.schools(),
                counts.located(),
                counts.competitors(),
                counts.collaborators(),
                counts.both(),
                share(counts.coopetition()),
                share(counts.collaborationAmongCompetitors()));
    }

    private static @Nullable Double share(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
