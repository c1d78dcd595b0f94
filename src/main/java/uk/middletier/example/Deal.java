package uk.middletier.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ways to put schools into groups. */
final class Deal {
    private Deal() {}

    /**
     * Groups of sizes that differ by one at most, each mixed in intake: dealt out to and fro in the order of free meals, so
     * that no group has all the best or all the worst of it.
     */
    static List<List<School>> mixed(List<School> schools, int groups) {
        List<List<School>> dealt = empty(groups);
        List<School> ordered = byFreeMeals(schools);
        for (int i = 0; i < ordered.size(); i++) {
            int at = i % groups;
            dealt.get(i / groups % 2 == 0 ? at : groups - 1 - at).add(ordered.get(i));
        }
        return dealt;
    }

    /** Groups of sizes that differ by one at most, in the order given: neighbours in it stay together. */
    static List<List<School>> inOrder(List<School> ordered, int groups) {
        List<List<School>> dealt = empty(groups);
        for (int i = 0; i < ordered.size(); i++) {
            dealt.get((int) ((long) i * groups / ordered.size())).add(ordered.get(i));
        }
        return dealt;
    }

    /** The one in the middle of the order, without which a mixed group is still mixed. */
    static School middle(List<School> group) {
        return group.get(group.size() / 2);
    }

    /**
     * Sees to it that each group has schools of two authorities at least, its middle school not counted, by exchanging
     * schools of like rank, and so of like intake.
     */
    static void acrossAuthorities(List<List<School>> groups) {
        for (List<School> group : groups) {
            for (int at = 0; at < group.size() && !across(group); at++) {
                exchange(group, at, groups);
            }
        }
    }

    private static void exchange(List<School> group, int at, List<List<School>> groups) {
        School mine = group.get(at);
        for (List<School> other : groups) {
            if (other == group
                    || at >= other.size()
                    || other.get(at).authority().equals(mine.authority())) {
                continue;
            }
            School theirs = other.set(at, mine);
            group.set(at, theirs);
            if (across(group) && across(other)) {
                return;
            }
            group.set(at, mine);
            other.set(at, theirs);
        }
    }

    private static boolean across(List<School> group) {
        School middle = middle(group);
        return group.stream()
                        .filter(school -> school != middle)
                        .map(School::authority)
                        .distinct()
                        .count()
                > 1;
    }

    static List<School> byFreeMeals(List<School> schools) {
        return schools.stream()
                .sorted(Comparator.comparingDouble((School school) -> school.fsmPercent)
                        .thenComparing(school -> school.number))
                .toList();
    }

    private static List<List<School>> empty(int groups) {
        List<List<School>> empty = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            empty.add(new ArrayList<>());
        }
        return empty;
    }
}
