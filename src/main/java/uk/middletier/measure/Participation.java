package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Overlay.Under;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * Scope and depth of programmes, strand by strand. A strand is the bodies of one kind that run under one programme on a
 * day, or under none; its groups are those with a school that was asked for. Source: Hadfield and Ainscow (2018), "Inside
 * a self-improving school system: Collaboration, competition and transition", Journal of Educational Change 19.
 */
public final class Participation {
    private static final String SOURCE = "Hadfield & Ainscow 2018";
    private static final String GROUPS =
            "Groups are bodies with a school that was asked for; all their open schools count.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "participation",
                    "Participation",
                    "|{i: i in a group of the strand}| / n; undefined without schools",
                    "share",
                    1.0,
                    "the programme reaches more schools",
                    "The schools asked for are taken for eligible: the record does not say who was asked."),
            define("groups", "Groups", "|{b of the strand: a school i in b}|", "bodies", null, "more groups", ""),
            define("groupSizeMin", "Smallest group", "min_b n_b", "schools", null, "no group is very small", GROUPS),
            define(
                    "groupSizeMedian",
                    "Median size of groups",
                    "median of n_b",
                    "schools per group",
                    null,
                    "groups are larger",
                    GROUPS),
            define("groupSizeMax", "Largest group", "max_b n_b", "schools", null, "there is a larger group", GROUPS),
            define(
                    "groupSizeMean",
                    "Mean size of groups",
                    "Σ_b n_b / groups",
                    "schools per group",
                    null,
                    "groups are larger",
                    GROUPS),
            define(
                    "crossBoundary",
                    "Share of groups across authorities",
                    "|{b: schools of b lie in ≥ 2 local authorities}| / groups",
                    "share",
                    1.0,
                    "more groups cross a boundary",
                    GROUPS),
            define(
                    "intakeMix",
                    "Mix of intakes within groups",
                    "mean over groups b of √(Σ_{i∈b} (f_i − f̄_b)² / n_b), f_i percentage of pupils eligible for free"
                            + " school meals; over groups with two or more known, undefined if there is none",
                    "percentage points",
                    null,
                    "schools of unlike intake work together",
                    "The register keeps one census per school, the latest. Compare with the deviation of all schools."),
            define(
                    "depth",
                    "Observed depth",
                    "mean of the values observed of the programme, or of groups of the strand, that hold on D",
                    "as observed",
                    null,
                    "as observed",
                    "Whatever the overlay gives, such as the share of staff in joint practice development: of measures"
                            + " by name, never reckoned from the record."));

    private static Definition define(
            String id, String title, String formula, String unit, @Nullable Double max, String reading, String caveat) {
        return new Definition(
                id,
                Family.PARTICIPATION,
                title,
                formula,
                unit,
                id.equals("depth") ? null : 0.0,
                max,
                reading,
                caveat,
                SOURCE);
    }

    /**
     * Which bodies and schools.
     *
     * @param kinds empty = every kind if it is under a programme, else those in which schools work together without being
     *     governed or sponsored
     * @param programme id of the only one wanted; null = all, and bodies under none
     * @param within an area in which eligible schools must lie, by its place in the tier; null = anywhere
     * @param schools which are eligible
     */
    public record Question(
            Set<BodyKind> kinds,
            @Nullable String programme,
            @Nullable Integer within,
            IntPredicate schools) {}

    /**
     * What was observed.
     *
     * @param of {@code programme} or {@code bodies}
     * @param subjects values the mean is of
     */
    public record Depth(String measure, @Nullable String unit, String of, int subjects, double mean) {}

    /**
     * A strand on a day. What is not defined is NaN.
     *
     * @param programme id; null = under none
     * @param eligible open schools asked for
     * @param schools of them, those in a group
     */
    public record Row(
            @Nullable String programme,
            BodyKind strand,
            int eligible,
            int schools,
            double participation,
            int groups,
            int groupSizeMin,
            double groupSizeMedian,
            int groupSizeMax,
            double groupSizeMean,
            double crossBoundary,
            double intakeMix,
            List<Depth> depth) {}

    private static final Comparator<Strand> ORDER = Comparator.comparing(
                    Strand::programme, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Strand::kind);

    private record Strand(@Nullable String programme, BodyKind kind) {}

    private final Timeline timeline;
    private final Schools all;
    private final Tier tier;
    private final Question question;
    private final Depths depths;
    /** Of bodies that may be in a strand on some day. */
    private final Set<BodyKind> kinds;

    private final Whereabouts authorities;
    private final @Nullable Whereabouts within;

    private Participation(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.all = timeline.schools();
        this.tier = timeline.tier();
        this.question = question;
        this.depths = new Depths(timeline);
        this.kinds = kinds(timeline, question);
        this.authorities = new Whereabouts(timeline, AreaKind.LOCAL_AUTHORITY);
        Integer area = question.within();
        this.within = area == null
                ? null
                : new Whereabouts(
                        timeline, AreaKind.findLabel(tier.ref(area).kind()).orElseThrow());
    }

    private static Set<BodyKind> kinds(Timeline timeline, Question question) {
        if (!question.kinds().isEmpty()) {
            return question.kinds();
        }
        Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        Arrays.stream(BodyKind.values()).filter(Participation::together).forEach(kinds::add);
        for (Under under : timeline.overlay().programmes()) {
            BodyKind kind = timeline.tier().kind(under.unit());
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** For one thread. */
    public static Participation of(Timeline timeline, Question question) {
        return new Participation(timeline, question);
    }

    /** The strands with a group on a day, by programme, those of none last, and by kind. */
    public List<Row> on(int day) {
        boolean[] eligible = new boolean[all.size()];
        int count = 0;
        for (int school = 0; school < eligible.length; school++) {
            eligible[school] = all.open(school, day) && question.schools().test(school) && inArea(school, day);
            count += eligible[school] ? 1 : 0;
        }
        Presence presence = Presence.on(timeline, day, kinds, question.schools());
        Map<Strand, List<Integer>> strands = new TreeMap<>(ORDER);
        Map<Integer, List<String>> programmes = programmes(day);
        for (int unit = 0; unit < tier.size(); unit++) {
            BodyKind kind = tier.kind(unit);
            if (kind != null && schools(presence, unit).anyMatch(school -> eligible[school])) {
                for (Strand strand : strands(kind, programmes.getOrDefault(unit, List.of()))) {
                    strands.computeIfAbsent(strand, none -> new ArrayList<>()).add(unit);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Strand, List<Integer>> entry : strands.entrySet()) {
            rows.add(row(entry.getKey(), entry.getValue(), presence, eligible, count, day));
        }
        return rows;
    }

    private boolean inArea(int school, int day) {
        Integer area = question.within();
        return within == null || area == null || within.isIn(school, area, day);
    }

    /** Above a trust there may be an umbrella trust, which is a body and no programme. */
    private Map<Integer, List<String>> programmes(int day) {
        Map<Integer, List<String>> programmes = new HashMap<>();
        for (Under under : timeline.overlay().programmes()) {
            if (under.from() <= day
                    && day < under.to()
                    && tier.find(under.above()).isEmpty()) {
                programmes
                        .computeIfAbsent(under.unit(), none -> new ArrayList<>())
                        .add(under.above());
            }
        }
        return programmes;
    }

    private List<Strand> strands(BodyKind kind, List<String> programmes) {
        Set<BodyKind> kinds = question.kinds();
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return List.of();
        }
        String only = question.programme();
        if (only != null) {
            return programmes.contains(only) ? List.of(new Strand(only, kind)) : List.of();
        }
        if (!programmes.isEmpty()) {
            return programmes.stream()
                    .distinct()
                    .map(each -> new Strand(each, kind))
                    .toList();
        }
        return (kinds.contains(kind) || together(kind)) ? List.of(new Strand(null, kind)) : List.of();
    }

    private static boolean together(BodyKind kind) {
        Layer layer = Layer.of(kind);
        return layer != null && layer != Layer.GOVERNANCE && layer != Layer.SPONSOR;
    }

    private static IntStream schools(Presence presence, int unit) {
        return IntStream.range(0, presence.count(unit)).map(index -> presence.school(unit, index));
    }

    private Row row(Strand strand, List<Integer> groups, Presence presence, boolean[] eligible, int count, int day) {
        int schools = (int) groups.stream()
                .flatMapToInt(unit -> schools(presence, unit))
                .filter(school -> eligible[school])
                .distinct()
                .count();
        double[] sizes = groups.stream().mapToDouble(presence::count).sorted().toArray();
        long across = groups.stream()
                .filter(unit -> schools(presence, unit)
                                .map(school -> authorities.at(school, day))
                                .filter(area -> area >= 0)
                                .distinct()
                                .count()
                        >= 2)
                .count();
        double mix = groups.stream()
                .mapToDouble(unit -> deviation(schools(presence, unit)
                        .mapToDouble(all::fsmPercent)
                        .filter(percent -> !Double.isNaN(percent))
                        .toArray()))
                .filter(deviation -> !Double.isNaN(deviation))
                .average()
                .orElse(Double.NaN);
        return new Row(
                strand.programme(),
                strand.kind(),
                count,
                schools,
                (double) schools / count,
                groups.size(),
                (int) sizes[0],
                Ranks.median(sizes),
                (int) sizes[sizes.length - 1],
                Arrays.stream(sizes).average().orElse(Double.NaN),
                (double) across / groups.size(),
                mix,
                depths.of(
                        strand.programme(),
                        groups.stream().map(unit -> tier.ref(unit).id()).toList(),
                        day));
    }

    /** √(Σ (x − x̄)² / n): these are all there are of the group, not a sample. NaN of fewer than two. */
    private static double deviation(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN));
    }
}
