package uk.middletier.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;

/** The ways from a school to the areas of a kind: its own spells, or those of its authorities, and theirs. */
final class AreaWays {
    private static final int NOBODY_KNOWS = -1;

    private final Schools schools;
    private final Tier tier;
    private final Spells authorities;
    private final Spells dioceses;
    private final Spells constituencies;
    private final int[] currentAuthority;
    private final Map<Integer, List<Link>> links = new HashMap<>();
    private final Map<Integer, List<Integer>> successors = new HashMap<>();

    /** An area lay in another. */
    record Link(int from, int to, int since, int until) {}

    /** One took another's place. */
    record Successor(int from, int to) {}

    AreaWays(
            Schools schools,
            Tier tier,
            Spells authorities,
            Spells dioceses,
            Spells constituencies,
            List<Link> links,
            List<Successor> successors) {
        this.schools = schools;
        this.tier = tier;
        this.authorities = authorities;
        this.dioceses = dioceses;
        this.constituencies = constituencies;
        links.forEach(link -> this.links
                .computeIfAbsent(link.from(), key -> new ArrayList<>())
                .add(link));
        successors.forEach(successor -> this.successors
                .computeIfAbsent(successor.from(), key -> new ArrayList<>())
                .add(successor.to()));
        this.currentAuthority = currentAuthorities();
    }

    /** Adds the areas of a kind a school lay in, with their days. */
    void collect(int school, AreaKind kind, Geography geography, Intervals into) {
        switch (kind) {
            case DIOCESE -> collect(dioceses, school, into);
            case CONSTITUENCY -> collect(constituencies, school, into);
            case LOCAL_AUTHORITY -> {
                if (geography == Geography.AS_WAS) {
                    collect(authorities, school, into);
                } else if (authorities.begin(school) < authorities.end(school)) {
                    into.add(currentAuthority[school], Days.ALWAYS, Days.NEVER);
                }
            }
            case REGION, COUNTRY, CONSORTIUM, RSC_REGION -> {
                if (geography == Geography.AS_WAS) {
                    for (int i = authorities.begin(school); i < authorities.end(school); i++) {
                        climb(authorities.target(i), authorities.from(i), authorities.to(i), kind, into);
                    }
                } else if (authorities.begin(school) < authorities.end(school)) {
                    climbNow(currentAuthority[school], kind, into);
                }
            }
        }
    }

    /**
     * The authority every school is in now: where the one lies that took the place of its last, or else where the other
     * schools of its lineage lie, if they agree; or its last one, if nobody knows.
     */
    private int[] currentAuthorities() {
        int[] current = new int[schools.size()];
        Map<Integer, Integer> ofLineage = new HashMap<>();
        for (int school = 0; school < current.length; school++) {
            current[school] = NOBODY_KNOWS;
            if (authorities.begin(school) < authorities.end(school)) {
                int now = successorOf(authorities.target(authorities.end(school) - 1));
                current[school] = now;
                if (now >= 0) {
                    ofLineage.merge(schools.lineage(school), now, (a, b) -> a.equals(b) ? a : NOBODY_KNOWS);
                }
            }
        }
        for (int school = 0; school < current.length; school++) {
            if (current[school] == NOBODY_KNOWS && authorities.begin(school) < authorities.end(school)) {
                int kin = ofLineage.getOrDefault(schools.lineage(school), NOBODY_KNOWS);
                current[school] = kin >= 0 ? kin : authorities.target(authorities.end(school) - 1);
            }
        }
        return current;
    }

    /** The authority that took an authority's place, or itself if it still is one; negative if it was divided. */
    private int successorOf(int authority) {
        int now = authority;
        while (tier.to(now) != Days.NEVER) {
            List<Integer> next = successors.getOrDefault(now, List.of());
            if (next.size() != 1) {
                return NOBODY_KNOWS;
            }
            now = next.get(0);
        }
        return now;
    }

    private void climb(int area, int from, int to, AreaKind kind, Intervals into) {
        for (Link link : links.getOrDefault(area, List.of())) {
            int begin = Math.max(from, link.since());
            int end = Math.min(to, link.until());
            if (begin >= end) {
                continue;
            }
            String reached = tier.ref(link.to()).kind();
            if (reached.equals(kind.label())) {
                into.add(link.to(), begin, end);
            } else if (kind == AreaKind.COUNTRY && reached.equals(AreaKind.REGION.label())) {
                climb(link.to(), begin, end, kind, into);
            }
        }
    }

    private void climbNow(int area, AreaKind kind, Intervals into) {
        for (Link link : links.getOrDefault(area, List.of())) {
            String reached = tier.ref(link.to()).kind();
            if (reached.equals(kind.label())) {
                into.add(link.to(), Days.ALWAYS, Days.NEVER);
            } else if (kind == AreaKind.COUNTRY && reached.equals(AreaKind.REGION.label())) {
                climbNow(link.to(), kind, into);
            }
        }
    }

    private static void collect(Spells spells, int school, Intervals into) {
        for (int i = spells.begin(school); i < spells.end(school); i++) {
            into.add(spells.target(i), spells.from(i), spells.to(i));
        }
    }
}
