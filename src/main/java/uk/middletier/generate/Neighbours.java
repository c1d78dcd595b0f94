package uk.middletier.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which trust an academy joins: the trust of some other academy drawn at random, mostly of the same authority, so that
 * trusts attract in proportion to their size (preferential attachment, Barabási and Albert 1999) and stay local.
 */
final class Neighbours {
    private static final double SAME_AUTHORITY = 0.74;
    private static final double SAME_REGION = 0.94;
    private static final int TRIES = 14;

    private final Map<Setting, List<School>> byAuthority = new HashMap<>();
    private final Map<Region, List<School>> byRegion = new HashMap<>();
    private final List<School> everywhere = new ArrayList<>();
    private final List<Group> chains = new ArrayList<>();
    private final Dice dice;

    Neighbours(Dice dice) {
        this.dice = dice;
    }

    void add(School academy) {
        byAuthority.computeIfAbsent(academy.home, key -> new ArrayList<>()).add(academy);
        byRegion.computeIfAbsent(academy.home.region(), key -> new ArrayList<>())
                .add(academy);
        everywhere.add(academy);
    }

    void addChain(Group trust) {
        chains.add(trust);
    }

    /** Until 2015 one sponsored academy in three went to a national chain; such chains stop at about seventy schools. */
    @Nullable
    Group findChain(School academy, @Nullable Group present, int year) {
        if (chains.isEmpty() || !dice.chance(year < 2010 ? 0.15 : year < 2015 ? 0.34 : 0.08)) {
            return null;
        }
        Group chain = dice.pick(chains);
        boolean room = !chain.members.isEmpty() && chain.members.size() < dice.between(20, 85);
        return room && chain != present && kinship(academy.faith, chain.faith) > 0 ? chain : null;
    }

    List<School> everywhere() {
        return everywhere;
    }

    /** A trust that would take the academy, other than the one it is in, or {@code null} when none was found. */
    @Nullable
    Group findTrust(School academy, @Nullable Group present) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double where = dice.fraction();
            List<School> among = where < SAME_AUTHORITY
                    ? byAuthority.getOrDefault(academy.home, List.of())
                    : where < SAME_REGION ? byRegion.getOrDefault(academy.home.region(), List.of()) : everywhere;
            if (!among.isEmpty()) {
                Spell spell = dice.pick(among).spell;
                if (spell != null
                        && spell.left == null
                        && spell.group != present
                        && dice.chance(openness(spell.group) * kinship(academy.faith, spell.group.faith))) {
                    return spell.group;
                }
            }
        }
        return null;
    }

    /** How ready a trust of its size is to take another: one school seldom, a dozen gladly, the largest hardly. */
    private static double openness(Group trust) {
        int size = trust.members.size();
        if (size == 1) {
            return trust.kind == Group.Kind.SINGLE_ACADEMY_TRUST ? 0.15 : 0.6;
        }
        return size < 7
                ? 0.85
                : size < 11 ? 0.5 : size < 17 ? 0.3 : size < 30 ? 0.4 : size < 60 ? 0.36 : size < 85 ? 0.12 : 0.01;
    }

    private static double kinship(Faith school, Faith trust) {
        if (school == trust) {
            return 1;
        }
        if (school == Faith.ROMAN_CATHOLIC || trust == Faith.ROMAN_CATHOLIC) {
            return 0;
        }
        return school == Faith.CHURCH_OF_ENGLAND ? 0.4 : trust == Faith.CHURCH_OF_ENGLAND ? 0.25 : 1;
    }
}
