package uk.middletier.build;

import uk.middletier.model.Period;

/**
 * When a school or body was open.
 *
 * @param period the days, as far as they are known
 * @param fromKnown whether the first day was recorded
 * @param toKnown whether the end was recorded or has not come
 * @param everOpen {@code false} = kept, but counted on no day
 */
record Life(Period period, boolean fromKnown, boolean toKnown, boolean everOpen) {}
