package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.NetworkStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Brokered;
import uk.middletier.measure.Cohesion;
import uk.middletier.measure.Definition;
import uk.middletier.measure.LayerPair;
import uk.middletier.measure.Network;
import uk.middletier.measure.NetworkMeasure;
import uk.middletier.measure.Networks;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Timeline;

/** {@code /v1/network}: how the schools of areas hang together on a day. */
final class NetworkTable {
    private static final String AREAS = "areas";
    private static final String LAYERS = "layers";
    private static final String SUPPORT = "support";

    private static final List<Column> LAYER_COLUMNS = List.of(
            Column.ref("area"),
            Column.text("layer"),
            Column.text("otherLayer"),
            Column.integer("ties"),
            Column.integer("otherTies"),
            Column.integer("shared"),
            Column.decimal("edgeOverlap"),
            Column.decimal("layerAgreement"),
            Column.decimal("layerInformation"));

    private static final List<Column> SUPPORT_COLUMNS =
            List.of(Column.ref("area"), Column.text("broker"), Column.integer("supports"), Column.decimal("share"));

    static final Parameter MEASURE = Parameter.any(
            "measure",
            new ParameterType.Choice(
                    Cohesion.MEASURES.stream().map(NetworkMeasure::id).toList()),
            "only these measures");

    static final Route ROUTE = Route.measured(
                    "/v1/network",
                    "network",
                    "how the schools of each area hang together on a day: components, fragmentation, layers and their overlap",
                    parameters(),
                    NetworkTable::plan)
            .giving(schema());

    private NetworkTable() {}

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(NetworkParameters.ofDay());
        all.add(NetworkParameters.BY);
        all.add(MEASURE);
        all.add(Parameter.choice(
                "shape",
                AREAS,
                List.of(AREAS, LAYERS, SUPPORT),
                "a row for each area, each two layers in an area, or each kind of broker of support in an area"));
        return all;
    }

    private static Schema schema() {
        Schema total = Schema.object();
        for (NetworkMeasure measure : Cohesion.MEASURES) {
            total = total.optional(
                    measure.id(), Schema.of(column(measure).type()).orNull());
        }
        total = total.optional("schools", Schema.INTEGER);
        return Schema.either(
                Schema.object()
                        .field("rows", Schema.list(total.field("area", Schema.REF)))
                        .field("total", total),
                Schema.object()
                        .field(
                                "rows",
                                Schema.rows(
                                        LAYER_COLUMNS, "area", "layer", "otherLayer", "ties", "otherTies", "shared")),
                Schema.object().field("rows", Schema.rows(SUPPORT_COLUMNS, "area", "broker", "supports")));
    }

    /** Measures in the order of the catalogue. */
    static List<NetworkMeasure> measures(Parameters parameters) {
        List<String> asked = parameters.texts(MEASURE.name());
        return Cohesion.MEASURES.stream()
                .filter(measure -> asked.isEmpty() || asked.contains(measure.id()))
                .toList();
    }

    static Column column(NetworkMeasure measure) {
        return measure.definition().whole() ? Column.integer(measure.id()) : Column.decimal(measure.id());
    }

    /** The plain Cypher that counts the same: schools, and ties in layers of bodies; then the ties themselves. */
    static List<Statement> statements(NetworkParameters asked, LocalDate day) {
        OverlapStatements.Schools schools = asked.schools(day);
        List<Statement> statements = new ArrayList<>(List.of(
                OverlapStatements.areas(asked.by(), schools),
                NetworkStatements.ties(asked.layers(), asked.by(), schools)));
        statements.addAll(NetworkStatements.edges(asked.layers(), schools));
        return statements;
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        LocalDate day = parameters.asOf();
        NetworkParameters asked = NetworkParameters.of(question);
        Timeline timeline = question.release().timeline();
        String shape = parameters.word("shape");
        return new Plan(statements(asked, day), reads -> {
            Networks.Question on = asked.on(day);
            List<Networks.OfArea> areas = Networks.byArea(timeline, on, asked.by()).stream()
                    .sorted(byName(timeline))
                    .toList();
            return switch (shape) {
                case LAYERS ->
                    new Answer.Summary(
                            LAYER_COLUMNS,
                            areas.stream()
                                    .flatMap(area -> layers(timeline, area, asked))
                                    .toList(),
                            Map.of());
                case SUPPORT ->
                    new Answer.Summary(
                            SUPPORT_COLUMNS,
                            areas.stream()
                                    .flatMap(area -> brokers(timeline, area))
                                    .toList(),
                            Map.of());
                default -> {
                    Network whole = Networks.whole(timeline, on, asked.by());
                    yield areas(timeline, areas, whole, asked, measures(parameters), reads);
                }
            };
        });
    }

    private static Comparator<Networks.OfArea> byName(Timeline timeline) {
        return Comparator.comparing(
                area -> timeline.tier().ref(area.area()),
                Comparator.comparing(Ref::name).thenComparing(Ref::id));
    }

    private static Answer areas(
            Timeline timeline,
            List<Networks.OfArea> areas,
            Network whole,
            NetworkParameters asked,
            List<NetworkMeasure> measures,
            Reads reads) {
        List<Column> columns = new ArrayList<>(List.of(Column.ref("area"), Column.integer("schools")));
        measures.forEach(measure -> columns.add(column(measure)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Networks.OfArea area : areas) {
            reads.checkTime();
            List<@Nullable Object> row = new ArrayList<>();
            row.add(timeline.tier().ref(area.area()));
            row.add(area.network().size());
            row.addAll(values(area.network(), asked, measures));
            rows.add(row);
        }
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        total.put("schools", whole.size());
        List<@Nullable Object> values = values(whole, asked, measures);
        for (int i = 0; i < values.size(); i++) {
            total.put(measures.get(i).id(), values.get(i));
        }
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("total", total);
        return new Answer.Summary(columns, rows, beside);
    }

    private static List<@Nullable Object> values(
            Network network, NetworkParameters asked, List<NetworkMeasure> measures) {
        Cohesion cohesion = new Cohesion(network, asked.layers().size());
        List<@Nullable Object> values = new ArrayList<>();
        for (NetworkMeasure measure : measures) {
            values.add(cell(measure.definition(), measure.of(cohesion)));
        }
        return values;
    }

    static @Nullable Object cell(Definition measure, double value) {
        return !Double.isFinite(value) ? null : measure.whole() ? (Object) (long) value : (Object) value;
    }

    private static Stream<List<@Nullable Object>> layers(
            Timeline timeline, Networks.OfArea area, NetworkParameters asked) {
        Ref ref = timeline.tier().ref(area.area());
        return new Cohesion(area.network(), asked.layers().size())
                .layerPairs().stream().map(pair -> cells(ref, pair));
    }

    private static List<@Nullable Object> cells(Ref area, LayerPair pair) {
        return Arrays.asList(
                area,
                pair.layer().word(),
                pair.other().word(),
                pair.ties(),
                pair.otherTies(),
                pair.shared(),
                pair.edgeOverlap(),
                pair.agreement().adjustedRand(),
                pair.agreement().mutualInformation());
    }

    private static Stream<List<@Nullable Object>> brokers(Timeline timeline, Networks.OfArea area) {
        Ref ref = timeline.tier().ref(area.area());
        SortedMap<String, Integer> kinds = Brokered.byKind(area.network(), timeline.tier());
        double all = kinds.values().stream().mapToInt(count -> count).sum();
        return kinds.entrySet().stream()
                .map(kind -> Arrays.asList(ref, kind.getKey(), kind.getValue(), kind.getValue() / all));
    }
}
