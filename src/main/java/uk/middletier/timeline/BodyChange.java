package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * A school came to a body or went from it.
 *
 * @param date first day on which it is, or is no longer, one of the body's
 * @param other the body it came from or went to, if that is known
 * @param schools the body's schools once all changes of that day are done
 * @param observedAfter it was only seen by comparing snapshots: it happened after this day and by {@code date}
 */
public record BodyChange(
        LocalDate date,
        Kind kind,
        long urn,
        String name,
        @Nullable Ref other,
        long schools,
        @Nullable LocalDate observedAfter) {
    /** How it came or went. */
    public enum Kind {
        /** Its record closed and nothing took its place. */
        CLOSED(-1),
        /** It became an academy and so left its authority. */
        CONVERTED_OUT(-1),
        TRANSFERRED_OUT(-1),
        /** Its authority was reorganised away from it. */
        REORGANISED_OUT(-1),
        LEFT(-1),
        OPENED(1),
        /** It became an academy and so came to the trust. */
        CONVERTED_IN(1),
        TRANSFERRED_IN(1),
        REORGANISED_IN(1),
        JOINED(1);

        private final int step;

        Kind(int step) {
            this.step = step;
        }

        /** +1 or −1. */
        public int step() {
            return step;
        }

        /** {@code transferred-in}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    BodyChange withSchools(long count) {
        return new BodyChange(date, kind, urn, name, other, count, observedAfter);
    }
}
