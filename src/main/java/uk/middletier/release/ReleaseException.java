package uk.middletier.release;

import org.jspecify.annotations.Nullable;

/** Something is wrong with the data folder or a release in it; the message names the path and what would do. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseException(String message) {
        super(message);
    }

    public ReleaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
