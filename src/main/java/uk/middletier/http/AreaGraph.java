package uk.middletier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.GraphStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.drawing.Difference;
import uk.middletier.drawing.Drawing;
import uk.middletier.drawing.DrawingQuestion;
import uk.middletier.drawing.Layout;
import uk.middletier.drawing.Limits;
import uk.middletier.drawing.Plotter;
import uk.middletier.drawing.TooManyTies;
import uk.middletier.export.Column;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** {@code /v1/graph}, {@code …/evolution} and {@code …/diff}: the schools of an area, their bodies and their ties. */
final class AreaGraph {
    static final Parameter FULL = Parameter.choice(
            "full",
            "false",
            List.of("false", "true"),
            "all of it, however large; else " + Limits.DEFAULT.nodes() + " nodes and " + Limits.DEFAULT.edges()
                    + " edges at most");
    private static final String ONE_MODE = "one-mode";
    private static final Parameter MODE = Parameter.choice(
            "mode",
            "two-mode",
            List.of("two-mode", ONE_MODE),
            "schools and what they share, or schools alone, tied by all they share");
    private static final Parameter ISOLATED =
            Parameter.choice("isolated", "true", List.of("true", "false"), "whether schools without a tie are shown");

    /** Each of nearly forty bytes; all of England has tens of thousands. */
    private static final long MOST_PLACES = 2_000_000;

    private final Cache<Key, Layout> layouts = Caffeine.newBuilder()
            .maximumWeight(MOST_PLACES)
            .weigher((Key key, Layout layout) -> layout.size() + 1)
            .build();

    private record Key(String release, @Nullable Integer area, Set<Layer> layers) {}

    Route ofDay() {
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.AS_OF));
        parameters.addAll(which());
        return Route.graph(
                        "/v1/graph",
                        "graph",
                        "schools, bodies and the ties between them on a day, to be drawn",
                        parameters,
                        this::ofDay)
                .giving(DrawnGraph.schema(false));
    }

    Route evolution() {
        List<Parameter> parameters = new ArrayList<>(List.of(Window.FROM, Window.TO));
        parameters.addAll(which());
        return Route.graph(
                        "/v1/graph/evolution",
                        "graphEvolution",
                        "all nodes and edges there were between two days, both included, and when",
                        parameters,
                        this::evolution)
                .giving(DrawnGraph.schema(true));
    }

    Route diff() {
        List<Parameter> parameters = new ArrayList<>(List.of(Window.FROM, Window.TO));
        parameters.addAll(which());
        parameters.remove(FULL);
        Schema part = DrawnGraph.schema(false);
        Schema ids = Schema.object(Schema.list(Schema.TEXT), "nodes", "edges");
        List<Column> move =
                List.of(Column.text("school"), Column.text("became"), Column.text("from"), Column.text("to"));
        return Route.record(
                        "/v1/graph/diff",
                        "graphDiff",
                        "what must be done to the graph of one day to have that of another",
                        parameters,
                        Route.BY_URN,
                        this::diff)
                .giving(Schema.object()
                        .field("added", part)
                        .field("removed", ids)
                        .field("changed", part)
                        .field("moved", Schema.rows(move, "school", "became", "from", "to")));
    }

    private static List<Parameter> which() {
        return List.of(Parameter.AREA, Parameter.LAYERS, MODE, Parameter.PHASE, Parameter.SCOPE, ISOLATED, FULL);
    }

    private Plan ofDay(Question question) {
        LocalDate day = question.parameters().asOf();
        DrawingQuestion asked = asked(question, Days.of(day), Days.of(day));
        return new Plan(
                statements(question, day, day),
                reads -> DrawnGraph.answer(
                        limited(question, draw(question, asked)),
                        false,
                        question.release().manifest().extractDate(),
                        Map.of()));
    }

    private Plan evolution(Question question) {
        Window window = Window.of(question.parameters());
        DrawingQuestion asked = asked(question, Days.of(window.from()), Days.of(window.to()));
        return new Plan(
                statements(question, window.from(), window.to()),
                reads -> DrawnGraph.answer(
                        limited(question, draw(question, asked)),
                        true,
                        question.release().manifest().extractDate(),
                        Map.of()));
    }

    private Plan diff(Question question) {
        Window window = Window.of(question.parameters());
        DrawingQuestion first = asked(question, Days.of(window.from()), Days.of(window.from()));
        DrawingQuestion second = first.on(Days.of(window.to()));
        List<Statement> statements = new ArrayList<>(statements(question, window.from(), window.from()));
        statements.addAll(statements(question, window.to(), window.to()));
        return new Plan(statements, reads -> {
            Drawing before = draw(question, first);
            Drawing after = draw(question, second);
            return new Answer.Item(
                    data(Difference.between(question.release().timeline(), before, after), before.directed()));
        });
    }

    private static Map<String, @Nullable Object> data(Difference difference, boolean directed) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("added", part(difference.nodes().added(), difference.edges().added(), directed));
        Map<String, @Nullable Object> removed = new LinkedHashMap<>();
        removed.put(
                "nodes",
                difference.nodes().removed().stream().map(Drawing.Node::id).toList());
        removed.put(
                "edges",
                difference.edges().removed().stream().map(Drawing.Edge::id).toList());
        data.put("removed", removed);
        data.put(
                "changed", part(difference.nodes().changed(), difference.edges().changed(), directed));
        data.put(
                "moved",
                difference.moved().stream()
                        .map(move -> {
                            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                            fields.put("school", move.school());
                            fields.put("became", move.became());
                            fields.put("from", move.from());
                            fields.put("to", move.to());
                            return fields;
                        })
                        .toList());
        return data;
    }

    private static Map<String, @Nullable Object> part(
            List<Drawing.Node> nodes, List<Drawing.Edge> edges, boolean directed) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put(
                "nodes",
                nodes.stream()
                        .map(node -> DrawnGraph.fields(DrawnGraph.node(node, false)))
                        .toList());
        part.put(
                "edges",
                edges.stream()
                        .map(edge -> DrawnGraph.fields(DrawnGraph.edge(edge, directed, false)))
                        .toList());
        return part;
    }

    private Drawing draw(Question question, DrawingQuestion asked) {
        Timeline timeline = question.release().timeline();
        Layout layout = layouts.get(
                new Key(question.release().manifest().id(), asked.area(), asked.layers()),
                key -> Layout.of(timeline, asked.area(), asked.layers()));
        try {
            return Plotter.draw(timeline, asked, layout);
        } catch (TooManyTies e) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_PARAMETER,
                    "bodies with many schools would tie " + e.ties()
                            + " pairs of them; ask for a smaller area, fewer layers, or mode=two-mode",
                    MODE.name()));
        }
    }

    /** As much of it as a question wants. */
    static Drawing limited(Question question, Drawing drawing) {
        return question.parameters().word(FULL.name()).equals("true") ? drawing : Limits.DEFAULT.of(drawing);
    }

    private static DrawingQuestion asked(Question question, int first, int last) {
        Parameters parameters = question.parameters();
        Vocabulary.Area area = parameters.area();
        return new DrawingQuestion(
                area == null
                        ? null
                        : question.release().timeline().tier().find(area.id()).orElseThrow(),
                parameters.layers(),
                EventList.filter(parameters),
                parameters.word(MODE.name()).equals(ONE_MODE),
                parameters.word(ISOLATED.name()).equals("true"),
                first,
                last);
    }

    private static List<Statement> statements(Question question, LocalDate from, LocalDate to) {
        Parameters parameters = question.parameters();
        Filter filter = EventList.filter(parameters);
        return GraphStatements.of(
                parameters.layers(),
                new GraphStatements.Schools(
                        SchoolList.areaFilter(parameters), filter.phases(), filter.scope(), from, to));
    }
}
