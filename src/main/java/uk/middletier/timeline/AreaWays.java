package uk.middletier.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;

/** The ways from a school to the areas of a kind: its own spells, or those of its authorities, and theirs. */
final class AreaWays {
    private final Tier tier;
    private final Spells authorities;
    private final Spells dioceses;
    private final Spells constituencies;
    private final Map<Integer, List<Link>> links = new HashMap<>();
    private final Map<Integer, List<Integer>> successors = new HashMap<>();

    /** An area lay in another. */
    record Link(int from, int to, int since, int until) {}

    /** One took another's place. */
    record Successor(int from, int to) {}

    AreaWays(
            Tier tier,
            Spells authorities,
            Spells dioceses,
            Spells constituencies,
            List<Link> links,
            List<Successor> successors) {
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
                    into.add(currentAuthority(school), Days.ALWAYS, Days.NEVER);
                }
            }
            case REGION, COUNTRY, CONSORTIUM, RSC_REGION -> {
                if (geography == Geography.AS_WAS) {
                    for (int i = authorities.begin(school); i < authorities.end(school); i++) {
                        climb(authorities.target(i), authorities.from(i), authorities.to(i), kind, into);
                    }
                } else if (authorities.begin(school) < authorities.end(school)) {
                    climbNow(currentAuthority(school), kind, into);
                }
            }
        }
    }

    /** Where a school's last authority is now: its one successor's, and that one's, as long as there is just one. */
    private int currentAuthority(int school) {
        int last = authorities.target(authorities.end(school) - 1);
        int now = last;
        while (tier.to(now) != Days.NEVER) {
            List<Integer> next = successors.getOrDefault(now, List.of());
            if (next.size() != 1) {
                return last;
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
