package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Spells;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * Puts the spells of schools together to those of lineages: a school that took another's place in the same body went on
 * there, and two group records with one number at Companies House are one body.
 */
final class Memberships {
    /**
     * The register writes the day of leaving as the last day of some memberships and as the first day after others:
     * what lies no more than a day apart touches.
     */
    private static final int SLACK_DAYS = 1;

    private final Schools schools;
    private final Tier tier;
    private final int[] bodyOf;
    private final int[] lastDays;
    private final List<Membership> found = new ArrayList<>();

    private Memberships(Timeline timeline) {
        this.schools = timeline.schools();
        this.tier = timeline.tier();
        this.bodyOf = companies(tier);
        this.lastDays = lastDays(schools);
    }

    /** All those in bodies of some kinds, in the order of lineages. */
    static List<Membership> of(Timeline timeline, Set<BodyKind> kinds) {
        Memberships memberships = new Memberships(timeline);
        for (Spells spells : List.of(timeline.governance(), timeline.memberships(), timeline.sponsorships())) {
            memberships.join(spells, kinds);
        }
        return memberships.found.stream()
                .filter(membership -> kinds.contains(timeline.tier().kind(membership.body())))
                .toList();
    }

    private void join(Spells spells, Set<BodyKind> kinds) {
        // Two records of one company may be of two kinds: all kinds that company numbers lead to are wanted.
        boolean trusts = kinds.contains(BodyKind.MULTI_ACADEMY_TRUST) || kinds.contains(BodyKind.SINGLE_ACADEMY_TRUST);
        int[] order = IntStream.range(0, spells.size())
                .filter(spell -> (trusts && tier.isTrust(spells.target(spell)))
                        || kinds.contains(tier.kind(spells.target(spell))))
                .boxed()
                .sorted((a, b) -> compare(spells, a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        int begin = 0;
        while (begin < order.length) {
            int end = begin + 1;
            int last = order[begin];
            while (end < order.length && goesOn(spells, last, order[end])) {
                last = spells.to(order[end]) >= spells.to(last) ? order[end] : last;
                end++;
            }
            found.add(membership(spells, order[begin], last));
            begin = end;
        }
    }

    private int compare(Spells spells, int a, int b) {
        int byLineage = Integer.compare(schools.lineage(spells.school(a)), schools.lineage(spells.school(b)));
        if (byLineage != 0) {
            return byLineage;
        }
        int byBody = Integer.compare(bodyOf[spells.target(a)], bodyOf[spells.target(b)]);
        if (byBody != 0) {
            return byBody;
        }
        int byStart = Integer.compare(spells.from(a), spells.from(b));
        return byStart != 0 ? byStart : Integer.compare(a, b);
    }

    private boolean goesOn(Spells spells, int spell, int next) {
        return schools.lineage(spells.school(spell)) == schools.lineage(spells.school(next))
                && bodyOf[spells.target(spell)] == bodyOf[spells.target(next)]
                && spells.from(next) <= later(spells.to(spell));
    }

    private Membership membership(Spells spells, int first, int last) {
        int to = spells.to(last);
        int lineage = schools.find(schools.lineage(spells.school(last)));
        return new Membership(
                spells.school(first),
                spells.target(first),
                spells.from(first),
                spells.fromKnown(first),
                to,
                spells.toObservedAfter(last),
                schools.to(spells.school(last)) > later(to),
                lastDays[lineage < 0 ? spells.school(last) : lineage] > later(to));
    }

    private static int later(int day) {
        return day == Days.NEVER ? day : day + SLACK_DAYS;
    }

    /** The first record of each body's company, itself if it has no number. */
    private static int[] companies(Tier tier) {
        Map<String, Integer> firsts = new HashMap<>();
        int[] first = new int[tier.size()];
        for (int unit = 0; unit < first.length; unit++) {
            String company = tier.company(unit);
            Integer known = company == null ? null : firsts.putIfAbsent(company, unit);
            first[unit] = known == null ? unit : known;
        }
        return first;
    }

    /** When the last school of a lineage closed, at the place of its first. */
    private static int[] lastDays(Schools schools) {
        int[] days = new int[schools.size()];
        Arrays.fill(days, Days.ALWAYS);
        for (int school = 0; school < days.length; school++) {
            if (schools.everOpen(school)) {
                int first = schools.find(schools.lineage(school));
                int place = first < 0 ? school : first;
                days[place] = Math.max(days[place], schools.to(school));
            }
        }
        return days;
    }
}
