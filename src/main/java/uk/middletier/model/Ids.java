package uk.middletier.model;

import java.text.Normalizer;
import java.util.Locale;

/** Makes the ids of nodes: stable, readable, globally unique, from the register's own identifiers. */
public final class Ids {
    public static final String UNKNOWN_TRUST = "trust:unknown";
    public static final String ENGLAND = "country:E92000001";
    public static final String WALES = "country:W92000004";

    /** What ids of programmes begin with. */
    public static final String PROGRAMME_PREFIX = "programme:";

    private Ids() {}

    public static String school(long urn) {
        return "school:" + urn;
    }

    /** {@code trust:4782} for group UID 4782 of kind {@link BodyKind#MULTI_ACADEMY_TRUST}. */
    public static String body(BodyKind kind, String uid) {
        return kind.idPrefix() + ":" + uid;
    }

    /** {@code la:203} for code 203 of kind {@link AreaKind#LOCAL_AUTHORITY}. */
    public static String area(AreaKind kind, String code) {
        return kind.idPrefix() + ":" + code;
    }

    /** Whether an id is that of an academy trust of either kind. */
    public static boolean isTrust(String id) {
        return id.startsWith("trust:");
    }

    public static String lineage(long lowestUrn) {
        return "lineage:" + lowestUrn;
    }

    public static String dataset(String file) {
        return "dataset:" + file;
    }

    /** {@code programme:teaching-schools}. */
    public static String programme(String slug) {
        return PROGRAMME_PREFIX + slug;
    }

    /** Lower case, letters and digits with single hyphens between: "St Clare's TSA" is {@code st-clare-s-tsa}. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
