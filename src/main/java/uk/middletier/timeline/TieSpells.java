package uk.middletier.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Layer;

/**
 * When open schools lay in an area, and what they shared meanwhile and with whom: what {@link Ties} says of a day, of a
 * span of days. Spells are whole, not cut to the span, and those that touch are one. Days as in {@link Days}.
 *
 * @param presences in the order of school and first day
 * @param ties in the order of layer, unit, school and first day
 * @param helps in the order of supporter, supported and first day; both in the area all the while
 */
public record TieSpells(List<Presence> presences, List<Tie> ties, List<Help> helps) {
    /** A school was open and lay in the area. */
    public record Presence(int school, int from, int to) {}

    /** It had a body or diocese; the unit by its place in the {@link Tier}. */
    public record Tie(Layer layer, int unit, int school, int from, int to) {}

    /** One school supported another, by their places in {@link Schools}. */
    public record Help(int supporter, int supported, int from, int to) {}

    /**
     * All that held on one of the days at least.
     *
     * @param wanted which schools count, by their places
     * @param area place in the tier; null = anywhere
     * @param first epoch day, or {@link Days#ALWAYS}
     * @param last epoch day, itself included
     */
    public static TieSpells of(
            Timeline timeline, Set<Layer> layers, IntPredicate wanted, @Nullable Integer area, int first, int last) {
        List<Presence> stays = stays(timeline, wanted, area, first, last);
        int[] firstStay = new int[timeline.schools().size() + 1];
        stays.forEach(stay -> firstStay[stay.school() + 1]++);
        for (int school = 1; school < firstStay.length; school++) {
            firstStay[school] += firstStay[school - 1];
        }
        List<Tie> ties = new ArrayList<>();
        Tier tier = timeline.tier();
        for (Spells spells : List.of(timeline.governance(), timeline.memberships(), timeline.sponsorships())) {
            collect(spells, stays, ties, unit -> layer(tier, unit, layers));
        }
        if (layers.contains(Layer.DIOCESE)) {
            collect(timeline.dioceses(), stays, ties, unit -> Layer.DIOCESE);
        }
        List<Help> helps = new ArrayList<>();
        if (layers.contains(Layer.SUPPORT)) {
            for (Overlay.Support support : timeline.overlay().supports()) {
                collect(support, stays, firstStay, helps);
            }
        }
        return new TieSpells(stays, joined(ties, first, last), joinedHelps(helps, first, last));
    }

    private static @Nullable Layer layer(Tier tier, int unit, Set<Layer> layers) {
        Layer layer = tier.layer(unit);
        return layer != null && layers.contains(layer) ? layer : null;
    }

    private static List<Presence> stays(
            Timeline timeline, IntPredicate wanted, @Nullable Integer area, int first, int last) {
        Schools schools = timeline.schools();
        AreaKind kind = area == null
                ? null
                : AreaKind.findLabel(timeline.tier().ref(area).kind()).orElseThrow();
        Intervals lay = new Intervals();
        List<Presence> stays = new ArrayList<>();
        for (int school = 0; school < schools.size(); school++) {
            int from = schools.from(school);
            int to = schools.to(school);
            if (!schools.everOpen(school) || !overlap(from, to, first, last) || !wanted.test(school)) {
                continue;
            }
            if (area == null || kind == null) {
                stays.add(new Presence(school, from, to));
                continue;
            }
            lay.clear();
            timeline.ways().collect(school, kind, Geography.AS_WAS, lay);
            addStays(stays, school, from, to, area, lay, first, last);
        }
        return stays;
    }

    private static void addStays(
            List<Presence> stays, int school, int from, int to, int area, Intervals lay, int first, int last) {
        long[] spans = new long[lay.size()];
        int count = 0;
        for (int i = 0; i < lay.size(); i++) {
            int start = Math.max(from, lay.from(i));
            int end = Math.min(to, lay.to(i));
            if (lay.target(i) == area && start < end) {
                spans[count++] = (long) start << Integer.SIZE | (end & 0xFFFFFFFFL);
            }
        }
        Arrays.sort(spans, 0, count);
        for (int i = 0; i < count; ) {
            int start = (int) (spans[i] >> Integer.SIZE);
            int end = (int) spans[i];
            for (i++; i < count && (int) (spans[i] >> Integer.SIZE) <= end; i++) {
                end = Math.max(end, (int) spans[i]);
            }
            if (overlap(start, end, first, last)) {
                stays.add(new Presence(school, start, end));
            }
        }
    }

    private interface Layering {
        @Nullable
        Layer of(int unit);
    }

    private static void collect(Spells spells, List<Presence> presences, List<Tie> into, Layering layering) {
        for (Presence stay : presences) {
            for (int spell = spells.begin(stay.school()); spell < spells.end(stay.school()); spell++) {
                int start = Math.max(stay.from(), spells.from(spell));
                int end = Math.min(stay.to(), spells.to(spell));
                Layer layer = start < end ? layering.of(spells.target(spell)) : null;
                if (layer != null) {
                    into.add(new Tie(layer, spells.target(spell), stay.school(), start, end));
                }
            }
        }
    }

    private static void collect(Overlay.Support support, List<Presence> stays, int[] firstStay, List<Help> into) {
        for (int a = firstStay[support.supporter()]; a < firstStay[support.supporter() + 1]; a++) {
            for (int b = firstStay[support.supported()]; b < firstStay[support.supported() + 1]; b++) {
                int start = Math.max(
                        support.from(),
                        Math.max(stays.get(a).from(), stays.get(b).from()));
                int end = Math.min(
                        support.to(), Math.min(stays.get(a).to(), stays.get(b).to()));
                if (start < end) {
                    into.add(new Help(support.supporter(), support.supported(), start, end));
                }
            }
        }
    }

    private static List<Tie> joined(List<Tie> ties, int first, int last) {
        ties.sort(Comparator.comparing(Tie::layer)
                .thenComparingInt(Tie::unit)
                .thenComparingInt(Tie::school)
                .thenComparingInt(Tie::from));
        List<Tie> joined = new ArrayList<>();
        for (int i = 0; i < ties.size(); ) {
            Tie tie = ties.get(i);
            int end = tie.to();
            for (i++; i < ties.size() && same(ties.get(i), tie) && ties.get(i).from() <= end; i++) {
                end = Math.max(end, ties.get(i).to());
            }
            if (overlap(tie.from(), end, first, last)) {
                joined.add(new Tie(tie.layer(), tie.unit(), tie.school(), tie.from(), end));
            }
        }
        return joined;
    }

    private static boolean same(Tie a, Tie b) {
        return a.layer() == b.layer() && a.unit() == b.unit() && a.school() == b.school();
    }

    private static List<Help> joinedHelps(List<Help> helps, int first, int last) {
        helps.sort(Comparator.comparingInt(Help::supporter)
                .thenComparingInt(Help::supported)
                .thenComparingInt(Help::from));
        List<Help> joined = new ArrayList<>();
        for (int i = 0; i < helps.size(); ) {
            Help help = helps.get(i);
            int end = help.to();
            for (i++;
                    i < helps.size()
                            && helps.get(i).supporter() == help.supporter()
                            && helps.get(i).supported() == help.supported()
                            && helps.get(i).from() <= end;
                    i++) {
                end = Math.max(end, helps.get(i).to());
            }
            if (overlap(help.from(), end, first, last)) {
                joined.add(new Help(help.supporter(), help.supported(), help.from(), end));
            }
        }
        return joined;
    }

    private static boolean overlap(int from, int to, int first, int last) {
        return from <= last && to > first;
    }
}
