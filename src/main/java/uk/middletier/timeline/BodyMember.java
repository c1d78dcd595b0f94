package uk.middletier.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a school had a part in a body, and how it came to it and went from it.
 *
 * @param came null if it was there before the record, or took the place of a school of the same body on that very day
 * @param went null if it is still there, or another school of the body took its place on that very day
 */
public record BodyMember(
        SchoolLife school,
        Spell spell,
        @Nullable BodyChange came,
        @Nullable BodyChange went) {}
