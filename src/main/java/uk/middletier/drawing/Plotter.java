package uk.middletier.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.drawing.Drawing.Edge;
import uk.middletier.drawing.Drawing.Node;
import uk.middletier.model.Ids;
import uk.middletier.model.Layer;
import uk.middletier.model.Ref;
import uk.middletier.model.Sector;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.TieSpells;
import uk.middletier.timeline.Timeline;

/** Draws the graph of an area, on a day or over a time. */
public final class Plotter {
    /** Word of a node that is a school. */
    public static final String SCHOOL = "School";

    private final Timeline timeline;
    private final Schools schools;
    private final TieSpells spells;
    private final Layout layout;
    private final int last;
    private final @Nullable String[] schoolIds;

    /** @param last of the days the graph is about */
    Plotter(Timeline timeline, TieSpells spells, Layout layout, int last) {
        this.timeline = timeline;
        this.schools = timeline.schools();
        this.spells = spells;
        this.layout = layout;
        this.last = last;
        this.schoolIds = new String[schools.size()];
    }

    /**
     * All of it.
     *
     * @param layout of the same area and layers
     * @throws TooManyTies bodies would tie more pairs of schools than anybody could use
     */
    public static Drawing draw(Timeline timeline, DrawingQuestion question, Layout layout) {
        IntPredicate counted = timeline.counted(question.filter());
        // Only schools with a place in the layout ever lay in the area: the others need not be looked up.
        TieSpells spells = TieSpells.of(
                timeline,
                question.layers(),
                school -> layout.schoolPlace(school) >= 0 && counted.test(school),
                question.area(),
                question.first(),
                question.last());
        Plotter plotter = new Plotter(timeline, spells, layout, question.last());
        if (!question.oneMode()) {
            return plotter.twoMode(question.isolated());
        }
        return plotter.oneMode(Pairs.of(spells, question.first(), question.last()), question.isolated());
    }

    /** Schools and bodies. */
    Drawing twoMode(boolean isolated) {
        List<Edge> edges = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        boolean[] tied = new boolean[schools.size()];
        int[] sizes = new int[timeline.tier().size()];
        Map<Integer, List<Span>> units = new TreeMap<>();
        List<TieSpells.Tie> ties = spells.ties();
        for (int i = 0; i < ties.size(); ) {
            TieSpells.Tie tie = ties.get(i);
            List<Span> spans = new ArrayList<>();
            for (;
                    i < ties.size()
                            && ties.get(i).school() == tie.school()
                            && ties.get(i).unit() == tie.unit()
                            && ties.get(i).layer() == tie.layer();
                    i++) {
                spans.add(new Span(ties.get(i).from(), ties.get(i).to()));
            }
            tied[tie.school()] = true;
            sizes[tie.unit()]++;
            units.computeIfAbsent(tie.unit(), key -> new ArrayList<>()).addAll(spans);
            edges.add(tie(tie, spans));
        }
        addHelps(edges, tied);
        units.forEach((unit, spans) -> nodes.add(unit(unit, sizes[unit], Span.joined(spans))));
        addSchools(nodes, isolated, tied);
        return drawing(nodes, edges, true);
    }

    private Drawing oneMode(List<Pairs.Pair> pairs, boolean isolated) {
        boolean[] tied = new boolean[schools.size()];
        List<Edge> edges = new ArrayList<>();
        for (Pairs.Pair pair : pairs) {
            tied[pair.one()] = true;
            tied[pair.other()] = true;
            String one = schoolId(pair.one());
            String other = schoolId(pair.other());
            edges.add(new Edge(
                    one + "/" + other,
                    one,
                    other,
                    Drawing.SHARED,
                    pair.layers(),
                    pair.units().stream()
                            .map(unit -> timeline.tier().ref(unit).id())
                            .sorted()
                            .toList(),
                    pair.spans()));
        }
        List<Node> nodes = new ArrayList<>();
        addSchools(nodes, isolated, tied);
        return drawing(nodes, edges, false);
    }

    private static Drawing drawing(List<Node> nodes, List<Edge> edges, boolean directed) {
        nodes.sort(Comparator.comparing(Node::id));
        edges.sort(Comparator.comparing(Edge::id));
        return new Drawing(nodes, edges, directed, nodes.size(), edges.size());
    }

    private Edge tie(TieSpells.Tie tie, List<Span> spans) {
        String source = schoolId(tie.school());
        String target = timeline.tier().ref(tie.unit()).id();
        String layer = tie.layer().word();
        return new Edge(
                source + "/" + layer + "/" + target,
                source,
                target,
                layer,
                List.of(tie.layer()),
                List.of(target),
                List.copyOf(spans));
    }

    private void addHelps(List<Edge> edges, boolean[] tied) {
        List<TieSpells.Help> helps = spells.helps();
        for (int i = 0; i < helps.size(); ) {
            TieSpells.Help help = helps.get(i);
            List<Span> spans = new ArrayList<>();
            for (;
                    i < helps.size()
                            && helps.get(i).supporter() == help.supporter()
                            && helps.get(i).supported() == help.supported();
                    i++) {
                spans.add(new Span(helps.get(i).from(), helps.get(i).to()));
            }
            tied[help.supporter()] = true;
            tied[help.supported()] = true;
            String source = schoolId(help.supporter());
            String target = schoolId(help.supported());
            String layer = Layer.SUPPORT.word();
            edges.add(new Edge(
                    source + "/" + layer + "/" + target,
                    source,
                    target,
                    layer,
                    List.of(Layer.SUPPORT),
                    List.of(),
                    List.copyOf(spans)));
        }
    }

    private void addSchools(List<Node> nodes, boolean isolated, boolean[] tied) {
        List<TieSpells.Presence> presences = spells.presences();
        for (int i = 0; i < presences.size(); ) {
            int school = presences.get(i).school();
            List<Span> spans = new ArrayList<>();
            for (; i < presences.size() && presences.get(i).school() == school; i++) {
                spans.add(new Span(presences.get(i).from(), presences.get(i).to()));
            }
            if (isolated || tied[school]) {
                nodes.add(school(school, List.copyOf(spans)));
            }
        }
    }

    private Node school(int school, List<Span> spans) {
        int place = layout.schoolPlace(school);
        int pupils = schools.pupils(school);
        Sector sector = timeline.sector(
                school, Math.min(last, spans.get(spans.size() - 1).to() - 1));
        return new Node(
                schoolId(school),
                schools.name(school),
                SCHOOL,
                sector.word(),
                schools.phaseWords().get(schools.phase(school)),
                pupils == Schools.UNKNOWN ? null : pupils,
                layout.location(place),
                layout.x(place),
                layout.y(place),
                spans);
    }

    private Node unit(int unit, int size, List<Span> spans) {
        int place = layout.unitPlace(unit);
        Ref ref = timeline.tier().ref(unit);
        return new Node(
                ref.id(),
                ref.name(),
                ref.kind(),
                null,
                null,
                size,
                layout.location(place),
                layout.x(place),
                layout.y(place),
                spans);
    }

    private String schoolId(int school) {
        String id = schoolIds[school];
        if (id == null) {
            id = Ids.school(schools.urn(school));
            schoolIds[school] = id;
        }
        return id;
    }
}
