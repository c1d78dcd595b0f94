package uk.middletier.http;

/** What answers at an address. */
sealed interface Endpoint {
    /** Whether what it answers from one release stays the same: then RFC 7089 calls the answers mementos. */
    boolean hasMementos();

    /** From the release served now, or the one asked by its id, cached by that. */
    @FunctionalInterface
    non-sealed interface OfRelease extends Endpoint {
        Plan plan(Question question);

        @Override
        default boolean hasMementos() {
            return true;
        }
    }

    /** From the server itself; never cached. */
    @FunctionalInterface
    non-sealed interface OfServer extends Endpoint {
        Reply reply(Request request, ReleaseSource releases);

        @Override
        default boolean hasMementos() {
            return false;
        }
    }

    /** The same for a page whose query string is read by its own script: whatever stands in it, the page is the same. */
    @FunctionalInterface
    interface OfPage extends OfServer {}

    /** Becomes another for each request: which queries there are is known only when one is asked for. */
    @FunctionalInterface
    non-sealed interface Chosen extends Endpoint {
        /**
         * What to answer, and how.
         *
         * @param request with the parameters of its body among those of its address
         */
        record Choice(Route route, Request request) {}

        Choice choose(Request request, HeldRelease release);

        @Override
        default boolean hasMementos() {
            return true;
        }
    }

    /** The same about the releases there are, which come and go. */
    @FunctionalInterface
    interface OfReleases extends Chosen {
        @Override
        default boolean hasMementos() {
            return false;
        }
    }
}
