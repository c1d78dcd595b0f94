package uk.middletier.app;

/** An import whose sources are broken; the message lists what is wrong and what would do. */
final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportRefused(String message) {
        super(message);
    }
}
