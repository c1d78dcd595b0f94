package uk.middletier.download;

import org.jspecify.annotations.Nullable;

/** Files that could not be had: which, from where, why, and what would do. */
public final class DownloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DownloadException(String message) {
        this(message, null);
    }

    DownloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
