/**
 * What an operator sees of the server in numbers: one table of metrics, {@link uk.middletier.sight.Metric}, from which
 * help, labels and documentation are made, and {@link uk.middletier.sight.Sight}, which keeps their values and writes
 * them for Prometheus. Knows nothing of what it counts.
 */
@NullMarked
package uk.middletier.sight;

import org.jspecify.annotations.NullMarked;
