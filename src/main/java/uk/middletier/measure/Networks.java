package uk.middletier.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Overlay;
import uk.middletier.timeline.Ties;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/** The networks of a day: of each area's schools among themselves, and of all. */
public final class Networks {
    private static final int NOWHERE = -1;

    /**
     * What ties which schools.
     *
     * @param within an area in which the schools must lie, by its place in the tier; null = anywhere
     * @param schools which of them count, if they are open
     * @param day epoch day
     */
    public record Question(Set<Layer> layers, @Nullable Integer within, IntPredicate schools, int day) {}

    /** An area, by its place in the tier, and the ties its schools have with one another. */
    public record OfArea(int area, Network network) {}

    private Networks() {}

    /** Areas of a kind that have a school, in the order of their ids. A school in several is taken to be in the first. */
    public static List<OfArea> byArea(Timeline timeline, Question question, AreaKind by) {
        return split(timeline, question, areas(timeline, question, by));
    }

    /** All schools that lie in an area of a kind, together. */
    public static Network whole(Timeline timeline, Question question, AreaKind by) {
        int[] areas = areas(timeline, question, by);
        return only(split(
                timeline,
                question,
                Arrays.stream(areas).map(area -> area == NOWHERE ? area : 0).toArray()));
    }

    /** All schools wanted, wherever they lie. */
    public static Network all(Timeline timeline, Question question) {
        IntPredicate wanted = wanted(timeline, question);
        return only(split(
                timeline,
                question,
                IntStream.range(0, timeline.schools().size())
                        .map(school -> wanted.test(school) ? 0 : NOWHERE)
                        .toArray()));
    }

    private static Network only(List<OfArea> areas) {
        return areas.isEmpty() ? new Network.Builder().build() : areas.get(0).network();
    }

    private static int[] areas(Timeline timeline, Question question, AreaKind by) {
        IntPredicate wanted = wanted(timeline, question);
        Whereabouts areas = new Whereabouts(timeline, by);
        return IntStream.range(0, timeline.schools().size())
                .map(school -> wanted.test(school) ? Math.max(NOWHERE, areas.at(school, question.day())) : NOWHERE)
                .toArray();
    }

    private static IntPredicate wanted(Timeline timeline, Question question) {
        int day = question.day();
        IntPredicate open = school -> timeline.schools().open(school, day);
        IntPredicate wanted = open.and(question.schools());
        Integer within = question.within();
        if (within == null) {
            return wanted;
        }
        AreaKind kind = AreaKind.findLabel(timeline.tier().ref(within).kind()).orElseThrow();
        Whereabouts places = new Whereabouts(timeline, kind);
        return wanted.and(school -> places.isIn(school, within, day));
    }

    /** @param areas of every school of the timeline the number of its part, or {@link #NOWHERE} */
    private static List<OfArea> split(Timeline timeline, Question question, int[] areas) {
        SortedMap<Integer, Network.Builder> builders = new TreeMap<>();
        for (int school = 0; school < areas.length; school++) {
            if (areas[school] != NOWHERE) {
                builders.computeIfAbsent(areas[school], none -> new Network.Builder())
                        .school(school, colour(timeline, school, question.day()));
            }
        }
        Ties ties = Ties.on(timeline, question.day(), question.layers(), school -> areas[school] != NOWHERE);
        for (int row = 0; row < ties.size(); row++) {
            builder(builders, areas[ties.school(row)]).in(ties.layer(row), ties.unit(row), ties.school(row));
        }
        for (Overlay.Support support : ties.supports()) {
            int area = areas[support.supporter()];
            if (area == areas[support.supported()]) {
                builder(builders, area).support(support.supporter(), support.supported(), support.broker());
            }
        }
        return builders.entrySet().stream()
                .map(area -> new OfArea(area.getKey(), area.getValue().build()))
                .toList();
    }

    private static Network.Builder builder(SortedMap<Integer, Network.Builder> builders, int area) {
        Network.Builder builder = builders.get(area);
        if (builder == null) {
            throw new IllegalStateException("a tie of a school that does not count");
        }
        return builder;
    }

    @SuppressWarnings("EnumOrdinal") // tells sectors apart in memory
    private static int colour(Timeline timeline, int school, int day) {
        return timeline.sector(school, day).ordinal();
    }
}
