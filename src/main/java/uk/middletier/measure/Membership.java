package uk.middletier.measure;

import uk.middletier.timeline.Days;

/**
 * A time in which the schools of one lineage had a part in one body, under whatever URNs and group records.
 *
 * @param school the first of the schools, by its place in the timeline
 * @param body the first of the group records, by its place in the tier
 * @param from first day, {@link Days#ALWAYS} if before the record
 * @param fromKnown whether that day was recorded
 * @param to first day without it, {@link Days#NEVER} if it goes on
 * @param seenUntil last day on which it was seen, if that and {@code to} are all that is known of its end, else {@link
 *     Days#NEVER}
 * @param schoolGoesOn whether the last of the schools was still open after it
 * @param lineageGoesOn whether any school of the lineage was
 */
record Membership(
        int school,
        int body,
        int from,
        boolean fromKnown,
        int to,
        int seenUntil,
        boolean schoolGoesOn,
        boolean lineageGoesOn) {
    boolean ended() {
        return to != Days.NEVER;
    }

    /** The last day on which it is certain to have held; only if it ended. */
    int lastSeen() {
        return seenUntil == Days.NEVER ? to - 1 : seenUntil;
    }

    /**
     * The day from which its end was watched for: the last snapshot that showed it. Its first day is not one: who joined
     * and left between two snapshots was never seen.
     */
    int watchedFrom() {
        return lastSeen() > from ? lastSeen() : to - 1;
    }

    /**
     * The day of its end. An end that was only seen by comparing two snapshots is taken for the middle of the two: dated
     * by the second, memberships would seem longer than they were by up to the time between.
     */
    int end() {
        return ended() ? to - (to - lastSeen() - 1) / 2 : Days.NEVER;
    }
}
