package uk.middletier.http;

/** What answers at an address. */
sealed interface Endpoint {
    /** From the release served now, cached by its id. */
    @FunctionalInterface
    non-sealed interface OfRelease extends Endpoint {
        Plan plan(Question question);
    }

    /** From the server itself; never cached. */
    @FunctionalInterface
    non-sealed interface OfServer extends Endpoint {
        Reply reply(Request request, ReleaseSource releases);
    }
}
