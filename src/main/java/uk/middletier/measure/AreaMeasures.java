package uk.middletier.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.AreaMeasure.Need;
import uk.middletier.measure.Definition.Family;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Placement;
import uk.middletier.timeline.Sweep;
import uk.middletier.timeline.Tally;
import uk.middletier.timeline.Timeline;

/**
 * The measures of a question, of every area at once, as of one day after another. One sweep serves all; a second one a
 * year behind serves what compares with the year before, a third what is of who governs whatever the partition.
 *
 * <p>For one thread. Days must not go back.
 */
public final class AreaMeasures {
    private static final List<AreaMeasure> ALL = Stream.of(Composition.ALL, TrustSizes.ALL, Fragmentation.ALL)
            .flatMap(List::stream)
            .toList();

    private final List<AreaMeasure> measures;
    private final Standing shares;
    private final Standing governance;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final @Nullable Sweep before;

    private AreaMeasures(Timeline timeline, AreaQuestion question, boolean merged) {
        this.measures = question.measures();
        Grouping grouping = question.grouping();
        boolean apart = !grouping.equals(grouping.byGovernance());
        Placement placement = placement(timeline, grouping, merged);
        boolean yearBefore =
                measures.stream().anyMatch(measure -> measure.needs().contains(Need.YEAR_BEFORE));
        this.before = yearBefore
                ? new Sweep(timeline, placement, question.filter(), question.weight(), Sweep.Keep.LEAST)
                : null;
        List<AreaMeasure> ofShares = measures.stream()
                .filter(measure -> !apart || !measure.ofGovernance())
                .toList();
        this.shares = new Standing(sweep(timeline, placement, question, ofShares), before);
        this.governance = apart
                ? new Standing(
                        sweep(
                                timeline,
                                placement(timeline, grouping.byGovernance(), merged),
                                question,
                                measures.stream()
                                        .filter(AreaMeasure::ofGovernance)
                                        .toList()),
                        null)
                : shares;
    }

    /** Of every area of the question's kind. */
    public static AreaMeasures of(Timeline timeline, AreaQuestion question) {
        return new AreaMeasures(timeline, question, false);
    }

    /** Of all these areas taken together as one. */
    public static AreaMeasures ofWhole(Timeline timeline, AreaQuestion question) {
        return new AreaMeasures(timeline, question, true);
    }

    /** The measures of an area on a day, in the order of the catalogue. */
    public static List<AreaMeasure> list(Family family) {
        return ALL.stream()
                .filter(measure -> measure.definition().family() == family)
                .toList();
    }

    public static Optional<AreaMeasure> find(String id) {
        return ALL.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    private static Placement placement(Timeline timeline, Grouping grouping, boolean merged) {
        Placement placement = timeline.placement(grouping);
        return merged ? placement.merged() : placement;
    }

    private Sweep sweep(Timeline timeline, Placement placement, AreaQuestion question, List<AreaMeasure> asked) {
        Set<Tally> tallies = EnumSet.noneOf(Tally.class);
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (AreaMeasure measure : asked) {
            tallies.addAll(measure.tallies());
            needs.addAll(measure.needs());
        }
        Sweep sweep = new Sweep(
                timeline,
                placement,
                question.filter(),
                question.weight(),
                new Sweep.Keep(
                        tallies,
                        needs.contains(Need.LOGARITHMS),
                        needs.contains(Need.PUPILS),
                        needs.contains(Need.TRUSTS)));
        sweeps.add(sweep);
        return sweep;
    }

    /** Goes on to the end of a day. */
    public void advanceTo(LocalDate day) {
        int epochDay = Days.of(day);
        sweeps.forEach(sweep -> sweep.advanceTo(epochDay));
        if (before != null) {
            before.advanceTo(Days.of(day.minusYears(1)));
        }
    }

    /** How many areas there are; they are counted from 0, in the order of their ids. */
    public int areas() {
        return shares.now.areas();
    }

    /** An area's place in the {@link uk.middletier.timeline.Tier}. */
    public int unit(int area) {
        return shares.now.unit(area);
    }

    /** Schools counted in an area on the day. */
    public int schools(int area) {
        return shares.now.schools(area);
    }

    /** The value of a measure, by its place in the question, of an area on the day; NaN where it is undefined. */
    public double value(int area, int measure) {
        AreaMeasure wanted = measures.get(measure);
        Standing standing = wanted.ofGovernance() ? governance : shares;
        standing.area = area;
        return wanted.formula().applyAsDouble(standing);
    }
}
