package uk.middletier.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Geography;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Sector;

/** Cuts the lives of schools at every change of body, area or membership, and puts the changes in order. */
final class PlacementBuilder {
    private final Timeline timeline;
    private final Grouping grouping;
    private final Schools schools;
    private final Tier tier;
    private final int within;
    private final @Nullable AreaKind withinKind;

    private final Ints areas = new Ints();
    private final Ints bodies = new Ints();
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final Ints traits = new Ints();
    private final Ints pupils = new Ints();

    private final Intervals placed = new Intervals();
    private final Intervals filter = new Intervals();
    private final Intervals owners = new Intervals();
    private final Intervals members = new Intervals();
    private final Ints cuts = new Ints();

    PlacementBuilder(Timeline timeline, Grouping grouping) {
        this.timeline = timeline;
        this.grouping = grouping;
        this.schools = timeline.schools();
        this.tier = timeline.tier();
        String area = grouping.within();
        this.within = area == null ? -1 : tier.get(area);
        this.withinKind = area == null
                ? null
                : AreaKind.findLabel(tier.ref(within).kind()).orElse(null);
    }

    Placement build() {
        for (int school = 0; school < schools.size(); school++) {
            if (timeline.governance().begin(school) < timeline.governance().end(school)) {
                add(school);
            }
        }
        return order();
    }

    private void add(int school) {
        collect(school);
        Spells governance = timeline.governance();
        for (int spell = governance.begin(school); spell < governance.end(school); spell++) {
            for (int i = 0; i < placed.size(); i++) {
                int begin = Math.max(governance.from(spell), placed.from(i));
                int end = Math.min(governance.to(spell), placed.to(i));
                if (begin < end) {
                    cut(school, governance.target(spell), placed.target(i), begin, end);
                }
            }
        }
    }

    private void collect(int school) {
        placed.clear();
        filter.clear();
        owners.clear();
        members.clear();
        timeline.ways().collect(school, grouping.by(), grouping.geography(), placed);
        if (withinKind != null) {
            timeline.ways().collect(school, withinKind, grouping.geography(), filter);
        }
        collect(timeline.memberships(), school, members);
        switch (grouping.partition()) {
            case GOVERNANCE -> {}
            case FEDERATION -> collectFederations(school);
            case SPONSOR -> collect(timeline.sponsorships(), school, owners);
            case DIOCESE -> timeline.ways().collect(school, AreaKind.DIOCESE, Geography.AS_WAS, owners);
            case CONSTITUENCY -> timeline.ways().collect(school, AreaKind.CONSTITUENCY, Geography.AS_WAS, owners);
        }
    }

    /** Academies in a federation stay their trust's. */
    private void collectFederations(int school) {
        if (schools.group(school).underTrust()) {
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            if (tier.kind(members.target(i)) == BodyKind.FEDERATION) {
                owners.add(members.target(i), members.from(i), members.to(i));
            }
        }
    }

    private static void collect(Spells spells, int school, Intervals into) {
        for (int i = spells.begin(school); i < spells.end(school); i++) {
            into.add(spells.target(i), spells.from(i), spells.to(i));
        }
    }

    /** One stay for each stretch in which nothing about it changes. */
    private void cut(int school, int governor, int area, int begin, int end) {
        cuts.clear();
        addCuts(filter, begin, end);
        addCuts(owners, begin, end);
        addCuts(members, begin, end);
        if (cuts.size() == 0) {
            stay(school, governor, area, begin, end);
            return;
        }
        int[] days = cuts.toArray();
        Arrays.sort(days);
        int start = begin;
        for (int day : days) {
            if (day > start) {
                stay(school, governor, area, start, day);
                start = day;
            }
        }
        stay(school, governor, area, start, end);
    }

    private void addCuts(Intervals intervals, int begin, int end) {
        for (int i = 0; i < intervals.size(); i++) {
            for (int day : new int[] {intervals.from(i), intervals.to(i)}) {
                if (begin < day && day < end) {
                    cuts.add(day);
                }
            }
        }
    }

    private void stay(int school, int governor, int area, int begin, int end) {
        int owner = owners.lowestAt(begin);
        int body = owner >= 0 ? owner : tier.kind(governor) == BodyKind.UNKNOWN_TRUST ? tier.size() + school : governor;
        int now = timeline.traits(school) | Traits.ofSector(sector(timeline, school, governor)) | memberships(begin);
        if (withinKind == null || inside(begin)) {
            now |= Traits.INSIDE;
        }
        areas.add(area);
        bodies.add(body);
        from.add(begin);
        to.add(end);
        traits.add(now);
        pupils.add(schools.pupils(school));
    }

    private boolean inside(int day) {
        for (int i = 0; i < filter.size(); i++) {
            if (filter.target(i) == within && filter.from(i) <= day && day < filter.to(i)) {
                return true;
            }
        }
        return false;
    }

    private int memberships(int day) {
        int bits = 0;
        for (int i = 0; i < members.size(); i++) {
            if (members.from(i) <= day && day < members.to(i)) {
                int body = members.target(i);
                Formality formality = timeline.formality(body);
                bits |= Traits.MEMBER;
                bits |= tier.kind(body) == BodyKind.FEDERATION ? Traits.FEDERATED : 0;
                bits |= formality == null ? 0 : Traits.ofFormality(formality);
            }
        }
        return bits;
    }

    static Sector sector(Timeline timeline, int school, int governor) {
        BodyKind kind = timeline.tier().kind(governor);
        if (kind == BodyKind.LOCAL_AUTHORITY) {
            boolean welsh = timeline.schools().group(school) == SchoolGroup.WELSH_MAINTAINED;
            return welsh ? Sector.WELSH_MAINTAINED : Sector.LA_MAINTAINED;
        }
        if (kind == BodyKind.UNKNOWN_TRUST) {
            return Sector.ACADEMY_TRUST_UNKNOWN;
        }
        return kind == BodyKind.MULTI_ACADEMY_TRUST
                ? Sector.MULTI_ACADEMY_TRUST
                : kind == BodyKind.SINGLE_ACADEMY_TRUST ? Sector.SINGLE_ACADEMY_TRUST : Sector.OTHER;
    }

    private Placement order() {
        int stays = areas.size();
        long[] keys = new long[stays];
        for (int i = 0; i < stays; i++) {
            keys[i] = (long) areas.get(i) << 32 | bodies.get(i);
        }
        long[] distinct = distinct(keys);
        int[] pairArea = new int[distinct.length];
        int[] pairBody = new int[distinct.length];
        Ints units = new Ints();
        Ints firstPair = new Ints();
        for (int pair = 0; pair < distinct.length; pair++) {
            int unit = (int) (distinct[pair] >>> 32);
            if (units.size() == 0 || units.get(units.size() - 1) != unit) {
                units.add(unit);
                firstPair.add(pair);
            }
            pairArea[pair] = units.size() - 1;
            pairBody[pair] = (int) distinct[pair];
        }
        firstPair.add(distinct.length);
        int[] stayPair = new int[stays];
        for (int i = 0; i < stays; i++) {
            stayPair[i] = Arrays.binarySearch(distinct, keys[i]);
        }
        return changes(units.toArray(), firstPair.toArray(), pairArea, pairBody, stayPair);
    }

    private static long[] distinct(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** Sorts by counting: there are far fewer days than changes, and what began before the record comes first. */
    private Placement changes(int[] units, int[] firstPair, int[] pairArea, int[] pairBody, int[] stayPair) {
        int earliest = Days.NEVER;
        int latest = Days.ALWAYS;
        int size = 0;
        for (int i = 0; i < stayPair.length; i++) {
            for (int day : new int[] {from.get(i), to.get(i)}) {
                if (day != Days.ALWAYS && day != Days.NEVER) {
                    earliest = Math.min(earliest, day);
                    latest = Math.max(latest, day);
                }
            }
            size += to.get(i) == Days.NEVER ? 1 : 2;
        }
        int base = earliest == Days.NEVER ? 0 : earliest - 1;
        int[] next = new int[(latest == Days.ALWAYS ? 0 : latest - base) + 3];
        for (int i = 0; i < stayPair.length; i++) {
            next[slot(from.get(i), base) + 1]++;
            if (to.get(i) != Days.NEVER) {
                next[slot(to.get(i), base) + 1]++;
            }
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] days = new int[size];
        int[] pairs = new int[size];
        int[] changed = new int[size];
        int[] counted = new int[size];
        for (int i = 0; i < stayPair.length; i++) {
            for (boolean coming : new boolean[] {true, false}) {
                int day = coming ? from.get(i) : to.get(i);
                if (day != Days.NEVER) {
                    int place = next[slot(day, base)]++;
                    days[place] = day;
                    pairs[place] = coming ? stayPair[i] : ~stayPair[i];
                    changed[place] = traits.get(i);
                    counted[place] = pupils.get(i);
                }
            }
        }
        return new Placement(units, firstPair, pairArea, pairBody, days, pairs, changed, counted, within >= 0);
    }

    private static int slot(int day, int base) {
        return day == Days.ALWAYS ? 0 : day - base;
    }
}
