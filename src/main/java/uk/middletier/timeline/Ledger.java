package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;

/**
 * All that happened in a release, by date, kind and id. Told from the timeline by the class that tells the history of one
 * school, so that both say the same. Immutable, for use by many threads.
 */
public final class Ledger {
    private static final Set<EventKind> ENDS =
            Set.of(EventKind.CLOSED, EventKind.FEDERATION_DISSOLVED, EventKind.TRUST_CLOSED, EventKind.TRUST_MERGED);

    private final Timeline timeline;
    private final LedgerEntry[] entries;
    private final int[] days;
    private final int[] firstWitness;
    private final int[] witnesses;
    private final boolean[] betweenTrusts;
    private final Map<AreaKind, EventAreas> areas = new ConcurrentHashMap<>();

    /**
     * @param firstWitness where the witnesses of an entry begin; one more than there are entries
     * @param witnesses the schools an entry is of: the one it happened to, or those of the body
     */
    Ledger(Timeline timeline, List<LedgerEntry> entries, int[] firstWitness, int[] witnesses) {
        this.timeline = timeline;
        this.entries = entries.toArray(LedgerEntry[]::new);
        this.firstWitness = firstWitness;
        this.witnesses = witnesses;
        this.days = entries.stream().mapToInt(entry -> Days.of(entry.date())).toArray();
        this.betweenTrusts = new TransferSizes(timeline).betweenTrusts(this.entries);
    }

    static Ledger of(Timeline timeline) {
        return new LedgerBuilder(timeline).build();
    }

    public int size() {
        return entries.length;
    }

    public LedgerEntry get(int entry) {
        return entries[entry];
    }

    /** The first entry on or after a day; {@link #size()} if there is none. */
    public int firstFrom(LocalDate day) {
        int found = Arrays.binarySearch(days, Days.of(day));
        int place = found < 0 ? ~found : found;
        while (place > 0 && days[place - 1] == Days.of(day)) {
            place--;
        }
        return place;
    }

    /** Of a transfer: whether the trusts on both sides ran two schools or more, before on the one, after on the other. */
    public boolean betweenTrusts(int entry) {
        return betweenTrusts[entry];
    }

    /** The areas of a kind each entry belongs to; made once. */
    public EventAreas areas(AreaKind kind) {
        return areas.computeIfAbsent(kind, wanted -> new EventAreas(timeline, this, wanted));
    }

    /** The places of the entries that are wanted, in order. */
    public int[] select(LedgerFilter wanted) {
        Schools schools = timeline.schools();
        Filter.Test test = wanted.schools().test(schools);
        int area = wanted.area() == null ? -1 : timeline.tier().get(wanted.area());
        EventAreas within = area < 0
                ? null
                : areas(AreaKind.findLabel(timeline.tier().ref(area).kind()).orElseThrow());
        Ints found = new Ints();
        int end = firstFrom(wanted.to().plusDays(1));
        for (int entry = firstFrom(wanted.from()); entry < end; entry++) {
            LedgerEntry each = entries[entry];
            if ((wanted.kinds().isEmpty() || wanted.kinds().contains(each.kind()))
                    && (wanted.body() == null || isOf(each.from(), wanted.body()) || isOf(each.to(), wanted.body()))
                    && (within == null || within.contains(entry, area))
                    && counts(entry, test, wanted.stateFunded())) {
                found.add(entry);
            }
        }
        return found.toArray();
    }

    /** Whether one of its schools is wanted; what no school had a part in is left out only if schools are chosen. */
    boolean counts(int entry, Filter.Test test, @Nullable Boolean stateFunded) {
        if (firstWitness[entry] == firstWitness[entry + 1]) {
            return test.everything() && !Boolean.FALSE.equals(stateFunded);
        }
        for (int i = firstWitness[entry]; i < firstWitness[entry + 1]; i++) {
            int school = witnesses[i];
            boolean funded = timeline.schools().group(school).stateFunded();
            if ((stateFunded == null || stateFunded == funded)
                    && test.counts(timeline.traits(school) | Traits.INSIDE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an entry counts in measures of state-funded schools. */
    public boolean counts(int entry, Filter filter) {
        return counts(entry, filter.test(timeline.schools()), true);
    }

    int firstWitness(int entry) {
        return firstWitness[entry];
    }

    int witness(int place) {
        return witnesses[place];
    }

    /** The day on which it is asked where a school lay: of an end, the last one. */
    static int placeDay(EventKind kind, LocalDate date) {
        return ENDS.contains(kind) ? Days.of(date) - 1 : Days.of(date);
    }

    private static boolean isOf(@Nullable Ref side, String body) {
        return side != null && side.id().equals(body);
    }
}
