package uk.middletier.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the links: {@code urn} has {@code linkedUrn} as its {@code type}.
 *
 * @param linkedName the other's name; the links file keeps letters that the register has lost
 * @param type as the register writes it: "Successor", "Predecessor - merged", …
 */
public record LinkRecord(
        Origin origin,
        long urn,
        long linkedUrn,
        @Nullable String linkedName,
        String type,
        @Nullable LocalDate established) {}
