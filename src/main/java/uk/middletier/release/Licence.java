package uk.middletier.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a source, as descriptions of data name them.
 *
 * @param name an identifier of letters, digits, {@code . _ -}: SPDX's, if it has one
 * @param path where its text is; null if it is not known
 */
public record Licence(String name, @Nullable String path, String title) {
    /** The register's. */
    public static final Licence OPEN_GOVERNMENT = new Licence(
            "OGL-UK-3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            "Open Government Licence v3.0");

    /** The licence a source's own words mean. */
    static Licence of(String title) {
        if (title.equals(OPEN_GOVERNMENT.title())) {
            return OPEN_GOVERNMENT;
        } else if (title.contains("CC0")) {
            return new Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", title);
        }
        return new Licence(title.replaceAll("[^A-Za-z0-9._]+", "-"), null, title);
    }

    /** Those of all sources of a release, each once; at least one. */
    public static List<Licence> of(Manifest manifest) {
        List<Licence> all = manifest.sources().stream()
                .map(Manifest.SourceFile::licence)
                .distinct()
                .sorted()
                .map(Licence::of)
                .toList();
        return all.isEmpty() ? List.of(of("not stated")) : all;
    }
}
