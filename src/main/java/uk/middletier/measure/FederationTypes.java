package uk.middletier.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Traits.Setting;
import uk.middletier.timeline.Traits.Taught;

/**
 * The six types of federations of Chapman and Muijs (2014), "Does school-to-school collaboration promote school
 * improvement? A study of the impact of school federations on student outcomes", School Effectiveness and School
 * Improvement 25.
 */
final class FederationTypes {
    private static final int SMALL = 100;
    private static final int MIDDLE = 300;

    private final Gathering group;
    private final Schools all;

    private FederationTypes(Gathering group) {
        this.group = group;
        this.all = group.all();
    }

    static List<Verdict> of(Gathering group, Ratings ratings) {
        FederationTypes types = new FederationTypes(group);
        return List.of(
                types.crossPhase(),
                ratings.performance(group),
                types.size(),
                types.mainstreaming(),
                types.faith(),
                types.academy());
    }

    private Verdict crossPhase() {
        int primary = group.count(school -> all.taught(school).primary());
        int secondary = group.count(school -> all.taught(school).secondary());
        int both = group.count(school -> all.taught(school) == Taught.BOTH);
        String saw = primary + " teach primary and " + secondary + " secondary pupils"
                + (both == 0 ? "" : ", " + both + " of them both");
        // An all-through school alone crosses nothing: there must be another.
        if (primary > 0 && secondary > 0 && primary + secondary - both > 1) {
            return Verdict.yes(CollaborationType.CROSS_PHASE, saw);
        }
        int untold = group.count(school -> all.setting(school) == Setting.MAINSTREAM && !phaseTold(school));
        return untold == 0
                ? Verdict.no(CollaborationType.CROSS_PHASE, saw)
                : Verdict.untold(CollaborationType.CROSS_PHASE, "no phase is given of " + group.of(untold));
    }

    private boolean phaseTold(int school) {
        String phase = all.phaseWords().get(all.phase(school));
        return !phase.isEmpty() && !phase.equals("Not applicable");
    }

    private Verdict size() {
        int small = group.count(school -> all.pupils(school) != Schools.UNKNOWN && all.pupils(school) < SMALL);
        int middle = group.count(school -> all.pupils(school) >= SMALL && all.pupils(school) <= MIDDLE);
        String saw = small + " with fewer than " + SMALL + " pupils, " + middle + " with " + SMALL + " to " + MIDDLE;
        if (small >= 2 || (small == 1 && middle >= 1)) {
            return Verdict.yes(CollaborationType.SIZE, saw);
        }
        int untold = group.count(school -> all.pupils(school) == Schools.UNKNOWN);
        // Even if all of them are small they may be too few.
        return (untold == 0 || small + middle + untold < 2)
                ? Verdict.no(CollaborationType.SIZE, saw)
                : Verdict.untold(CollaborationType.SIZE, "pupils are not known of " + group.of(untold));
    }

    private Verdict mainstreaming() {
        int special = group.count(school -> all.setting(school) == Setting.SPECIAL);
        int welsh = group.count(school -> all.group(school) == SchoolGroup.WELSH_MAINTAINED);
        int mainstream = group.count(school -> all.setting(school) == Setting.MAINSTREAM) - welsh;
        String saw = special + " special, " + mainstream + " mainstream";
        if (special > 0 && mainstream > 0) {
            return Verdict.yes(CollaborationType.MAINSTREAMING, saw);
        }
        return welsh == 0
                ? Verdict.no(CollaborationType.MAINSTREAMING, saw)
                : Verdict.untold(
                        CollaborationType.MAINSTREAMING, "the type does not tell of " + group.of(welsh) + " in Wales");
    }

    private Verdict faith() {
        String[] characters = Arrays.stream(group.members())
                .mapToObj(this::character)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        int untold = group.count(school -> character(school) == null);
        if (characters.length > 1) {
            return Verdict.no(CollaborationType.FAITH, String.join(", ", characters));
        }
        if (untold > 0) {
            return Arrays.asList(characters).contains(NONE)
                    ? Verdict.no(CollaborationType.FAITH, NONE)
                    : Verdict.untold(
                            CollaborationType.FAITH, "religious character is not given of " + group.of(untold));
        }
        return Verdict.of(CollaborationType.FAITH, !characters[0].equals(NONE), characters[0]);
    }

    private static final String NONE = "None";

    /** "Does not apply", of most schools in England, is not kept apart from nothing. */
    private @Nullable String character(int school) {
        String word = all.religiousCharacter(school);
        return (word != null || all.group(school) == SchoolGroup.WELSH_MAINTAINED) ? word : NONE;
    }

    private Verdict academy() {
        int academies = group.count(school -> all.group(school).underTrust());
        return Verdict.of(
                CollaborationType.ACADEMY, academies == group.size(), group.of(academies) + " are run by trusts");
    }
}
