package uk.middletier.archive;

import org.jspecify.annotations.Nullable;

/** A release that cannot be written as a package, or a package that is not what it says: in a sentence, with a remedy. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
