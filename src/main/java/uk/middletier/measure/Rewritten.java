package uk.middletier.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * Something that two releases say differently about days both can know.
 *
 * @param subject a school or a body
 * @param school its place among the schools of the release that has it, the later one if both have; -1 = a body
 * @param relation of what kind the spell is; null if it is about the subject itself
 * @param before as the earlier release has it; null = it has nothing of the kind
 * @param after as the later one has it; null = it has nothing of the kind
 */
public record Rewritten(
        Kind kind,
        Ref subject,
        int school,
        @Nullable Relation relation,
        @Nullable Claim before,
        @Nullable Claim after) {
    /** How they differ. */
    public enum Kind {
        /** The later release has a school open that the earlier one has not. */
        SCHOOL_ADDED("school-added"),
        SCHOOL_REMOVED("school-removed"),
        /** A school has another first day. */
        OPENING_CHANGED("opening-changed"),
        /** A school has another last day, be it that one release has none. */
        CLOSING_CHANGED("closing-changed"),
        SCHOOL_RENAMED("school-renamed"),
        PHASE_CHANGED("phase-changed"),
        TYPE_CHANGED("type-changed"),
        SPELL_ADDED("spell-added"),
        SPELL_REMOVED("spell-removed"),
        /** The same body or area, from another day on. */
        START_CHANGED("start-changed"),
        /** The same body or area, until another day. */
        END_CHANGED("end-changed"),
        /** The same body or area, both from and until another day. */
        DAYS_CHANGED("days-changed"),
        /** Another body or area at the same time. */
        BODY_CHANGED("body-changed"),
        BODY_ADDED("body-added"),
        BODY_REMOVED("body-removed"),
        BODY_RENAMED("body-renamed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What a school has spells of. */
    public enum Relation {
        GOVERNANCE("governance"),
        AUTHORITY("authority"),
        MEMBERSHIP("membership"),
        SPONSORSHIP("sponsorship"),
        DIOCESE("diocese");

        private final String word;

        Relation(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What a release says.
     *
     * @param body the body or area of a spell; null if it is about the subject itself
     * @param value a name, phase or type; null if it is about days
     * @param from first day; null = since before the record
     * @param to first day no more; null = still so on the last day both can know
     */
    public record Claim(
            @Nullable Ref body,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
