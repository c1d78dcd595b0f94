package uk.middletier.model;

/**
 * What an establishment is, by its type and not by the register's type group: the group "Special schools" mixes
 * maintained special schools with independent ones.
 */
public enum SchoolGroup {
    /** Maintained by a local authority in England. */
    LA_MAINTAINED("la-maintained", true),
    /** Every "Academy …" type. */
    ACADEMY("academy", true),
    /** City technology college: the academies' forerunner, of 1988–1993; most became academies. */
    CITY_TECHNOLOGY_COLLEGE("city-technology-college", true),
    /** Every "Free schools …" type. */
    FREE_SCHOOL("free-school", true),
    /** University technical college; counted with free schools only where both are named. */
    UNIVERSITY_TECHNICAL_COLLEGE("university-technical-college", true),
    STUDIO_SCHOOL("studio-school", true),
    /** "Welsh establishment". */
    WELSH_MAINTAINED("welsh-maintained", true),
    /** Independent, non-maintained, further and higher education, abroad. */
    OTHER("other", false);

    private final String word;
    private final boolean stateFunded;

    SchoolGroup(String word, boolean stateFunded) {
        this.word = word;
        this.stateFunded = stateFunded;
    }

    /** The value in the graph and in JSON. */
    public String word() {
        return word;
    }

    /** Whether such a school counts in every measure. */
    public boolean stateFunded() {
        return stateFunded;
    }

    /** Whether the school is run by a trust under a funding agreement with central government. */
    public boolean underTrust() {
        return switch (this) {
            case ACADEMY, CITY_TECHNOLOGY_COLLEGE, FREE_SCHOOL, UNIVERSITY_TECHNICAL_COLLEGE, STUDIO_SCHOOL -> true;
            case LA_MAINTAINED, WELSH_MAINTAINED, OTHER -> false;
        };
    }
}
