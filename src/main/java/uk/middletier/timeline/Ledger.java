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

    /** Where the schools of each entry lay; made once. */
    EventAreas areas(AreaKind kind) {
        return areas.computeIfAbsent(kind, wanted -> new EventAreas(timeline, this, wanted));
    }

    /** The places of the entries that are wanted, in order. */
    public int[] select(LedgerFilter filter) {
        Wanted wanted = wanted(filter.schools(), filter.stateFunded(), filter.area());
        Ints found = new Ints();
        int end = firstFrom(filter.to().plusDays(1));
        for (int entry = firstFrom(filter.from()); entry < end; entry++) {
            LedgerEntry each = entries[entry];
            if ((filter.kinds().isEmpty() || filter.kinds().contains(each.kind()))
                    && (filter.body() == null || isOf(each.from(), filter.body()) || isOf(each.to(), filter.body()))
                    && wanted.countsAny(entry)) {
                found.add(entry);
            }
        }
        return found.toArray();
    }

    Wanted wanted(Filter filter, @Nullable Boolean stateFunded, @Nullable String area) {
        return new Wanted(filter.test(timeline.schools()), stateFunded, area);
    }

    /** Which of the schools that entries are of are wanted. */
    final class Wanted {
        private final Filter.Test test;
        private final @Nullable Boolean stateFunded;
        private final int area;
        private final @Nullable EventAreas within;

        private Wanted(Filter.Test test, @Nullable Boolean stateFunded, @Nullable String area) {
            this.test = test;
            this.stateFunded = stateFunded;
            this.area = area == null ? -1 : timeline.tier().get(area);
            this.within = area == null
                    ? null
                    : areas(AreaKind.findLabel(timeline.tier().ref(this.area).kind())
                            .orElseThrow());
        }

        /** Whether one of its schools is; what no school had a part in is left out only if schools are chosen. */
        private boolean countsAny(int entry) {
            for (int witness = firstWitness(entry); witness < endWitness(entry); witness++) {
                if (counts(witness)) {
                    return true;
                }
            }
            return firstWitness(entry) == endWitness(entry)
                    && test.everything()
                    && within == null
                    && !Boolean.FALSE.equals(stateFunded);
        }

        boolean counts(int witness) {
            int school = school(witness);
            return (stateFunded == null
                            || stateFunded == timeline.schools().group(school).stateFunded())
                    && test.counts(timeline.traits(school) | Traits.INSIDE)
                    && (within == null || within.contains(witness, area));
        }
    }

    int firstWitness(int entry) {
        return firstWitness[entry];
    }

    int endWitness(int entry) {
        return firstWitness[entry + 1];
    }

    int school(int witness) {
        return witnesses[witness];
    }

    /** The day on which it is asked where a school lay: of an end, the last one. */
    static int placeDay(EventKind kind, LocalDate date) {
        return ENDS.contains(kind) ? Days.of(date) - 1 : Days.of(date);
    }

    private static boolean isOf(@Nullable Ref side, String body) {
        return side != null && side.id().equals(body);
    }
}
