/**
 * A release through time: every interval in flat arrays ({@link uk.middletier.timeline.Timeline}), the sweep that goes
 * through their changes ({@link uk.middletier.timeline.Sweep}), and what happened to schools and bodies, told from the
 * same intervals. Knows neither what is measured with it nor how it is shown.
 */
@NullMarked
package uk.middletier.timeline;

import org.jspecify.annotations.NullMarked;
