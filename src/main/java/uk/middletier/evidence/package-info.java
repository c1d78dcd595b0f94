/**
 * Published figures beside what the release gives: the product's proof of itself. Entry:
 * {@link uk.middletier.evidence.Evidence}. Reads a graph; knows nothing of HTTP.
 */
@NullMarked
package uk.middletier.evidence;

import org.jspecify.annotations.NullMarked;
