package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a ledger are wanted.
 *
 * @param from first day
 * @param to last day
 * @param kinds empty = every kind
 * @param area id of an area of any kind in which the school lay on the day; null = everywhere
 * @param body id of a body or area on either side; null = any
 * @param schools by what they are; what happened to a body counts if it counts for one of its schools
 * @param stateFunded null = whether or not
 */
public record LedgerFilter(
        LocalDate from,
        LocalDate to,
        Set<EventKind> kinds,
        @Nullable String area,
        @Nullable String body,
        Filter schools,
        @Nullable Boolean stateFunded) {}
