package uk.middletier.timeline;

import java.util.Set;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Weight;

/**
 * Goes once through the changes of a {@link Placement} and keeps, for every area at once, what measures are made of: how
 * many schools there are, what they weigh, in how many bodies, Σ held² and Σ held·ln held over the bodies. Each change
 * costs the same however many schools there are; between two changes nothing moves, so that one pass gives every day.
 *
 * <p>For one thread. Days must not go back.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays, never stored
public final class Sweep {
    private static final Tally[] TALLIES = Tally.values();

    /** More schools than a body holds in an area; a logarithm for each change would take most of the time. */
    private static final int MOST_SCHOOLS = 2048;

    private static final double[] ENTROPY = entropies();

    private final Timeline timeline;
    private final Placement placement;
    private final Filter.Test filter;
    private final boolean byPupils;
    private final boolean logarithms;
    private final boolean trusts;
    private final boolean everything;
    private final boolean pupilsKept;
    private final boolean lean;
    private final Tally[] counted;
    private final int[] slots = new int[TALLIES.length];
    private int next;

    private final int[] held;
    private final int[] bodies;
    private final int[] schools;
    private final long[] whole;
    private final long[] squares;
    private final double[] logs;
    private final long[] pupils;
    private final int[] withPupils;
    private final int[] counts;
    private final long[] weighed;

    /** Of every pair: all schools, whatever the filter; those counted; of these, those in no other body. */
    private final int[] all;

    private final int[] countedSchools;

    private final int[] alone;

    private final int[] trustSize;
    private final int[] trustPrimary;
    private final int[] trustSecondary;
    private int nextTrust;

    /**
     * What a sweep shall keep; what it need not keep costs nothing.
     *
     * @param tallies schools to be counted by what they are
     * @param logarithms Σ held·ln held
     * @param pupils pupils, whatever the weight
     * @param trusts the sizes of trusts, wherever their schools lie
     */
    public record Keep(Set<Tally> tallies, boolean logarithms, boolean pupils, boolean trusts) {
        /** Schools, bodies, weights and squares. */
        public static final Keep LEAST = new Keep(Set.of(), false, false, false);
    }

    public Sweep(Timeline timeline, Placement placement, Filter filter, Weight weight, Keep keep) {
        this.timeline = timeline;
        this.placement = placement;
        this.filter = filter.test(timeline.schools());
        this.byPupils = weight == Weight.PUPILS;
        this.logarithms = keep.logarithms();
        this.trusts = keep.trusts();
        this.counted = keep.tallies().stream().sorted().toArray(Tally[]::new);
        for (int i = 0; i < counted.length; i++) {
            slots[counted[i].ordinal()] = i;
        }
        int areas = placement.areas();
        int pairs = placement.pairCount();
        held = new int[pairs];
        bodies = new int[areas];
        whole = new long[areas];
        squares = new long[areas];
        pupilsKept = keep.pupils();
        everything = this.filter.everything() && !placement.filtered();
        lean = !byPupils && !logarithms && !trusts && !pupilsKept && counted.length == 0 && everything;
        schools = new int[areas];
        logs = new double[logarithms ? areas : 0];
        pupils = new long[areas];
        withPupils = new int[areas];
        counts = new int[areas * counted.length];
        weighed = new long[byPupils ? areas * counted.length : 0];
        all = new int[trusts ? pairs : 0];
        countedSchools = new int[trusts ? pairs : 0];
        alone = new int[trusts ? pairs : 0];
        int units = trusts ? timeline.tier().size() : 0;
        trustSize = new int[units];
        trustPrimary = new int[units];
        trustSecondary = new int[units];
    }

    /** Goes on to the end of a day. */
    public void advanceTo(int day) {
        if (lean) {
            advanceLean(day);
        } else {
            advanceFull(day);
        }
        if (trusts) {
            advanceTrusts(day);
        }
    }

    private void advanceLean(int day) {
        int[] days = placement.days();
        int[] pairs = placement.pairs();
        int[] pairAreas = placement.pairAreas();
        int i = next;
        for (; i < days.length && days[i] <= day; i++) {
            int pair = pairs[i];
            if (pair >= 0) {
                int area = pairAreas[pair];
                int before = held[pair]++;
                squares[area] += 2L * before + 1;
                bodies[area] += before == 0 ? 1 : 0;
                schools[area]++;
            } else {
                pair = ~pair;
                int area = pairAreas[pair];
                int after = --held[pair];
                squares[area] -= 2L * after + 1;
                bodies[area] -= after == 0 ? 1 : 0;
                schools[area]--;
            }
        }
        next = i;
    }

    private void advanceFull(int day) {
        int[] days = placement.days();
        int[] pairs = placement.pairs();
        int[] pairAreas = placement.pairAreas();
        int i = next;
        for (; i < days.length && days[i] <= day; i++) {
            int change = pairs[i];
            int sign = change >= 0 ? 1 : -1;
            int pair = change >= 0 ? change : ~change;
            int traits = placement.traits()[i];
            // The whole of an area is that area: what lies outside of it is elsewhere.
            if (trusts && (!placement.isWhole() || Traits.inside(traits))) {
                all[pair] += sign;
            }
            if (everything || filter.counts(traits)) {
                count(pairAreas[pair], pair, traits, placement.pupils()[i], sign);
            }
        }
        next = i;
    }

    private void count(int area, int pair, int traits, int roll, int sign) {
        schools[area] += sign;
        if (pupilsKept && roll != Schools.UNKNOWN) {
            pupils[area] += (long) sign * roll;
            withPupils[area] += sign;
        }
        int weight = byPupils ? Math.max(roll, 0) : 1;
        for (int i = 0; i < counted.length; i++) {
            if (counted[i].holds(traits)) {
                counts[area * counted.length + i] += sign;
                if (byPupils) {
                    weighed[area * counted.length + i] += (long) sign * weight;
                }
            }
        }
        if (trusts) {
            countedSchools[pair] += sign;
            alone[pair] += Traits.member(traits) ? 0 : sign;
        }
        if (weight == 0) {
            return;
        }
        int before = held[pair];
        int after = before + sign * weight;
        held[pair] = after;
        bodies[area] += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        whole[area] += (long) sign * weight;
        squares[area] += (long) after * after - (long) before * before;
        if (logarithms) {
            // What is empty is empty: rounding errors do not outlive the last school.
            logs[area] = whole[area] == 0 ? 0 : logs[area] + entropy(after) - entropy(before);
        }
    }

    private static double entropy(int held) {
        return held < ENTROPY.length ? ENTROPY[held] : held * Math.log(held);
    }

    private static double[] entropies() {
        double[] entropies = new double[MOST_SCHOOLS];
        for (int held = 1; held < entropies.length; held++) {
            entropies[held] = held * Math.log(held);
        }
        return entropies;
    }

    private void advanceTrusts(int day) {
        TrustCounts changes = timeline.trustCounts();
        while (nextTrust < changes.size() && changes.day(nextTrust) <= day) {
            int change = changes.trust(nextTrust);
            int trust = change >= 0 ? change : ~change;
            int sign = change >= 0 ? 1 : -1;
            Traits.Taught taught = changes.taught(nextTrust);
            trustSize[trust] += sign;
            trustPrimary[trust] += taught.primary() ? sign : 0;
            trustSecondary[trust] += taught.secondary() ? sign : 0;
            nextTrust++;
        }
    }

    /** Schools counted in an area. */
    public int schools(int area) {
        return schools[area];
    }

    /** What they weigh together. */
    public long whole(int area) {
        return byPupils || !lean ? whole[area] : schools[area];
    }

    /** Bodies that hold a share of it. */
    public int bodies(int area) {
        return bodies[area];
    }

    /** Σ held² over the bodies. */
    public long squares(int area) {
        return squares[area];
    }

    /** Σ held·ln held over the bodies; only if asked for. */
    public double logs(int area) {
        return logs[area];
    }

    /** Pupils of the schools counted whose number is known; only if asked for. */
    public long pupils(int area) {
        return pupils[area];
    }

    /** Schools counted whose number of pupils is known; only if asked for. */
    public int withPupils(int area) {
        return withPupils[area];
    }

    /** Schools counted of which a tally holds; only of those asked for. */
    public int count(int area, Tally tally) {
        return counts[area * counted.length + slots[tally.ordinal()]];
    }

    /** What these schools weigh together. */
    public long weighed(int area, Tally tally) {
        return byPupils ? weighed[area * counted.length + slots[tally.ordinal()]] : count(area, tally);
    }

    /** The first pair of an area; its others follow, up to {@link #endPair}. */
    public int firstPair(int area) {
        return placement.firstPair(area);
    }

    public int endPair(int area) {
        return placement.endPair(area);
    }

    /** What the schools of a pair weigh. */
    public int held(int pair) {
        return held[pair];
    }

    /** The body of a pair: its place in the {@link Tier}, or beyond it for an academy of no known trust. */
    public int body(int pair) {
        return placement.body(pair);
    }

    /** All open schools of a pair, whatever the filter; only if trusts are kept. */
    public int all(int pair) {
        return all[pair];
    }

    /** Schools counted of a pair, whatever they weigh; only if trusts are kept. */
    public int counted(int pair) {
        return countedSchools[pair];
    }

    /** Schools counted of a pair that are in no other body; only if trusts are kept. */
    public int alone(int pair) {
        return alone[pair];
    }

    /** Open schools of a trust, wherever they lie; only if trusts are kept. */
    public int trustSize(int trust) {
        return trustSize[trust];
    }

    /** Whether a trust has primary and secondary pupils. */
    public boolean crossPhase(int trust) {
        return trustPrimary[trust] > 0 && trustSecondary[trust] > 0;
    }

    /** Whether the body of a pair is an academy trust known by name. */
    public boolean isTrust(int pair) {
        int body = placement.body(pair);
        return body < timeline.tier().size() && timeline.tier().isTrust(body);
    }

    /** Whether the body of a pair is a single-academy trust. */
    public boolean isSingleAcademyTrust(int pair) {
        int body = placement.body(pair);
        return body < timeline.tier().size() && timeline.tier().kind(body) == BodyKind.SINGLE_ACADEMY_TRUST;
    }

    /** How many areas there are. */
    public int areas() {
        return placement.areas();
    }

    /** An area's place in the tier. */
    public int unit(int area) {
        return placement.unit(area);
    }
}
