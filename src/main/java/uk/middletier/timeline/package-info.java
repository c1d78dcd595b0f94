/**
 * What happened: the events of schools and the growth of bodies, as pure functions of their intervals. Knows the
 * intervals, not where they were read from or how events are shown.
 */
@NullMarked
package uk.middletier.timeline;

import org.jspecify.annotations.NullMarked;
