package uk.middletier.generate;

import java.time.LocalDate;
import java.util.Set;

/**
 * What to generate.
 *
 * @param seed same seed, same files, byte for byte
 * @param scale size against England and Wales: 1 is about 51,000 establishments, 20 a million; above 0, at most 100
 * @param areas authority codes ({@code 203}), region codes or names ({@code E12000001}, {@code North East}) or Welsh
 *     consortia ({@code central-south}); empty means everywhere
 * @param extractDate the day the files pretend to have been downloaded, between 1996 and 2099; history ends here
 */
public record GenerateOptions(long seed, double scale, Set<String> areas, LocalDate extractDate) {

    public GenerateOptions {
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("scale must be above 0 and at most 100, was " + scale);
        }
        if (extractDate.getYear() < 1996 || extractDate.getYear() > 2099) {
            throw new IllegalArgumentException("extract date must lie between 1996 and 2099, was " + extractDate);
        }
        areas = Set.copyOf(areas);
    }
}
