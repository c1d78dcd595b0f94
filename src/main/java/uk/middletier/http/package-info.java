/**
 * The HTTP server: one table of routes, from which routing, checks and the index are made, and one way for a question
 * to become an answer. {@link uk.middletier.http.Server} is the entry. Asks the graph only by statements; knows nothing
 * of how releases are built.
 */
@NullMarked
package uk.middletier.http;

import org.jspecify.annotations.NullMarked;
