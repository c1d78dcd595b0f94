package uk.middletier.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;

/**
 * The day on which the record of memberships in bodies of a kind begins: what ended before it is not in the files. It
 * shows itself by the first memberships that are seen to end while their school goes on; those that end with the school
 * are seen far earlier, because closed schools stay in the files.
 *
 * <p>A few single ends were entered by hand years before the rest (of trusts the real register has one in 2008 and one in
 * 2016, and then a hundred in the year after March 2017), so the first {@code 1/200} of them do not count. A start that
 * is too late loses a few memberships; one that is too early makes all the others look longer-lived than they are.
 */
final class RecordStart {
    private static final int OUT_OF = 200;

    private final Timeline timeline;
    private final List<Membership> memberships;

    RecordStart(Timeline timeline, List<Membership> memberships) {
        this.timeline = timeline;
        this.memberships = memberships;
    }

    /** As an epoch day; the last day of the record if nothing is ever seen to end. */
    int of(BodyKind kind) {
        int[] ends = memberships.stream()
                .filter(membership -> sameFiles(timeline.tier().kind(membership.body()), kind))
                .filter(membership -> membership.ended() && membership.schoolGoesOn())
                .mapToInt(Membership::watchedFrom)
                .sorted()
                .toArray();
        return ends.length == 0 ? Days.of(timeline.extractDate()) : ends[ends.length / OUT_OF];
    }

    /** Both kinds of academy trust come from the same files, and one grows into the other. */
    private static boolean sameFiles(@Nullable BodyKind a, BodyKind b) {
        return a == b || (isTrust(a) && isTrust(b));
    }

    private static boolean isTrust(@Nullable BodyKind kind) {
        return kind == BodyKind.MULTI_ACADEMY_TRUST || kind == BodyKind.SINGLE_ACADEMY_TRUST;
    }
}
