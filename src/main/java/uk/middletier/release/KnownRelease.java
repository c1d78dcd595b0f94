package uk.middletier.release;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A release of which something is known, be it open or not.
 *
 * @param format its format version; {@code null} = its manifest cannot be read
 * @param manifest {@code null} = this program cannot read the release
 */
public record KnownRelease(
        String id, @Nullable Integer format, @Nullable Manifest manifest) {
    /**
     * By what they can know: the day of the extract, then when they were built. A release imported later from an older
     * extract comes before.
     */
    public static final Comparator<Manifest> BY_EXTRACT = Comparator.comparing(Manifest::extractDate)
            .thenComparing(Manifest::built)
            .thenComparing(Manifest::id);

    /** One that can be read. */
    public static KnownRelease of(Manifest manifest) {
        return new KnownRelease(manifest.id(), manifest.formatVersion(), manifest);
    }
}
