package uk.middletier.drawing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import uk.middletier.model.Ids;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.TieSpells;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * All schools and bodies of a day and who is next to whom, to go along. A node is a number: a school by its place, a unit
 * by its place added to the number of schools.
 */
final class Web {
    private final Timeline timeline;
    private final TieSpells spells;
    private final int day;
    private final int schoolCount;
    private final int[] first;
    private final int[] neighbours;

    private Web(Timeline timeline, TieSpells spells, int day) {
        this.timeline = timeline;
        this.spells = spells;
        this.day = day;
        this.schoolCount = timeline.schools().size();
        this.first = new int[schoolCount + timeline.tier().size() + 1];
        spells.ties().forEach(tie -> count(tie.school(), schoolCount + tie.unit()));
        spells.helps().forEach(help -> count(help.supporter(), help.supported()));
        for (int node = 1; node < first.length; node++) {
            first[node] += first[node - 1];
        }
        this.neighbours = new int[first[first.length - 1]];
        int[] next = first.clone();
        spells.ties().forEach(tie -> join(next, tie.school(), schoolCount + tie.unit()));
        spells.helps().forEach(help -> join(next, help.supporter(), help.supported()));
        for (int node = 0; node + 1 < first.length; node++) {
            Arrays.sort(neighbours, first[node], first[node + 1]);
        }
    }

    /** Of every open school, whoever pays for it. */
    static Web of(Timeline timeline, Set<Layer> layers, int day) {
        Set<Layer> all = EnumSet.noneOf(Layer.class);
        all.addAll(layers);
        return new Web(timeline, TieSpells.of(timeline, all, school -> true, null, day, day), day);
    }

    private void count(int one, int other) {
        first[one + 1]++;
        first[other + 1]++;
    }

    private void join(int[] next, int one, int other) {
        neighbours[next[one]++] = other;
        neighbours[next[other]++] = one;
    }

    int size() {
        return first.length - 1;
    }

    int begin(int node) {
        return first[node];
    }

    int end(int node) {
        return first[node + 1];
    }

    int neighbour(int index) {
        return neighbours[index];
    }

    /** The number of an id, if there is such a school or body. */
    static OptionalInt find(Timeline timeline, String id) {
        Schools schools = timeline.schools();
        Tier tier = timeline.tier();
        String digits = id.startsWith("school:") ? id.substring("school:".length()) : "";
        if (digits.matches("[0-9]{1,9}")) {
            int school = schools.find(Long.parseLong(digits));
            return school < 0 ? OptionalInt.empty() : OptionalInt.of(school);
        }
        OptionalInt unit = tier.find(id);
        return unit.isPresent() ? OptionalInt.of(schools.size() + unit.getAsInt()) : unit;
    }

    String id(int node) {
        return node < schoolCount
                ? Ids.school(timeline.schools().urn(node))
                : timeline.tier().ref(node - schoolCount).id();
    }

    /** What is drawn of it: some nodes and all that ties them, or those ties only that the test lets through. */
    Drawing draw(boolean[] nodes, Ties ties) {
        List<TieSpells.Presence> presences = spells.presences().stream()
                .filter(presence -> nodes[presence.school()])
                .toList();
        TieSpells part = new TieSpells(
                presences,
                spells.ties().stream()
                        .filter(tie -> nodes[tie.school()]
                                && nodes[schoolCount + tie.unit()]
                                && ties.wanted(tie.school(), schoolCount + tie.unit()))
                        .toList(),
                spells.helps().stream()
                        .filter(help -> nodes[help.supporter()]
                                && nodes[help.supported()]
                                && ties.wanted(help.supporter(), help.supported()))
                        .toList());
        return new Plotter(timeline, part, Layout.of(timeline, part), day).twoMode(true);
    }

    /** Which ties are drawn. */
    interface Ties {
        boolean wanted(int one, int other);
    }
}
