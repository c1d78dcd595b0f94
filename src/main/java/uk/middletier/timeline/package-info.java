/**
 * A release through time: every interval in flat arrays ({@link uk.middletier.timeline.Timeline}), the sweep that goes
 * through their changes ({@link uk.middletier.timeline.Sweep}), and what happened to schools and bodies, told from the
 * same intervals, of one lineage or of all ({@link uk.middletier.timeline.Ledger}). Knows neither what is measured with it nor how it is shown.
 */
@NullMarked
package uk.middletier.timeline;

import org.jspecify.annotations.NullMarked;
