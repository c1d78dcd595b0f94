package uk.middletier.app;

/** A server that cannot be started; the message says why and what would do. */
final class CannotServe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotServe(String message, Throwable cause) {
        super(message, cause);
    }
}
