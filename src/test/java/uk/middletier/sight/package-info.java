/** Tests of the metrics. */
@NullMarked
package uk.middletier.sight;

import org.jspecify.annotations.NullMarked;
