package uk.middletier.measure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Spells;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * The schools of a body on a day, which rules are put to.
 *
 * @param unit the body's place in the tier
 * @param members its open schools, by their places, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Gathering(Timeline timeline, int unit, BodyKind kind, int[] members, int day) {
    Schools all() {
        return timeline.schools();
    }

    int size() {
        return members.length;
    }

    int count(IntPredicate wanted) {
        return (int) Arrays.stream(members).filter(wanted).count();
    }

    boolean any(IntPredicate wanted) {
        return Arrays.stream(members).anyMatch(wanted);
    }

    /** The first of them by URN, negative if there is none. */
    int first(IntPredicate wanted) {
        return Arrays.stream(members).filter(wanted).findFirst().orElse(-1);
    }

    int urn(int school) {
        return all().urn(school);
    }

    /** Of how many. */
    String of(int count) {
        return count + " of " + size() + " schools";
    }

    /** The areas of a kind in which they lie, by their places in the tier, in order; −1 among them if one lies nowhere known. */
    int[] areas(AreaKind kind) {
        Whereabouts areas = new Whereabouts(timeline, kind);
        return Arrays.stream(members)
                .map(school -> areas.at(school, day))
                .map(area -> Math.max(-1, area))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The trusts that govern them, by their places in the tier, in order; −1 among them if one is governed by none known. */
    int[] trusts() {
        Spells governance = timeline.governance();
        return Arrays.stream(members)
                .map(school -> IntStream.range(governance.begin(school), governance.end(school))
                        .filter(spell -> governance.from(spell) <= day && day < governance.to(spell))
                        .map(governance::target)
                        .filter(timeline.tier()::isTrust)
                        .findFirst()
                        .orElse(-1))
                .distinct()
                .sorted()
                .toArray();
    }

    /** "Kent, Surrey": what units are called. */
    String names(int[] units) {
        return Arrays.stream(units)
                .mapToObj(
                        unit -> unit < 0 ? "unknown" : timeline.tier().ref(unit).name())
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }
}
