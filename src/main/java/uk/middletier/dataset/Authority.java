package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local authority with education duties, now or before a reorganisation.
 *
 * @param code three digits, as in the register
 * @param name as the register writes it; an abolished one carries its "Pre LGR (1998)"
 * @param gss code of the Office for National Statistics, if it ever had one
 * @param region GSS code of its region: E12000001…9, W92000004
 * @param from first day, null = before the record
 * @param to first day it was no more, null = still there
 * @param predecessors codes of the authorities it took schools from
 * @param consortium Welsh school-improvement consortium, if any
 * @param rscRegion region of the Regional Schools Commissioners (2014–2022) it lay in, if any: {@code west-midlands}
 */
public record Authority(
        String code,
        String name,
        @Nullable String gss,
        String region,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> predecessors,
        @Nullable String consortium,
        @Nullable String rscRegion) {}
