/**
 * The measures: each family in a class of its own, pure functions of a {@link uk.middletier.timeline.Timeline}. {@link
 * uk.middletier.measure.Catalogue} lists them all with formula, unit, range, reading, caveat and source. Knows nothing of
 * how they are asked for or shown.
 */
@NullMarked
package uk.middletier.measure;

import org.jspecify.annotations.NullMarked;
