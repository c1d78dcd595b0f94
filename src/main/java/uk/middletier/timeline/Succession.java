package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One school took another's place.
 *
 * @param on the day, if it is dated
 * @param kind {@code plain}, {@code merged}, {@code amalgamated}, {@code split} or {@code other}
 * @param registerType the register's own words
 */
public record Succession(
        long fromUrn,
        String fromName,
        long toUrn,
        String toName,
        @Nullable LocalDate on,
        String kind,
        @Nullable String registerType) {
    static final String PLAIN = "plain";

    boolean plain() {
        return kind.equals(PLAIN);
    }
}
