package uk.middletier.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of the links file: what {@code other} is to {@code school}. */
record Link(
        School school, School other, String type, @Nullable LocalDate established) {}
