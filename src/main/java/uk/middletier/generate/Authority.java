package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real local authority, in force or abolished.
 *
 * @param from first day, or {@code null} when older than the record
 * @param to first day it was no more, or {@code null} when still in force
 * @param predecessors codes of the authorities it was made from, the latest first
 */
record Authority(
        String code,
        String name,
        String gss,
        Region region,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> predecessors,
        String consortium) {

    boolean welsh() {
        return region == Region.WALES;
    }
}
