package uk.middletier.generate;

/** Establishment types with the register's codes and names. Source: the register's {@code TypeOfEstablishment} columns. */
enum EstablishmentType {
    COMMUNITY("01", "Community school", Family.MAINTAINED),
    VOLUNTARY_AIDED("02", "Voluntary aided school", Family.MAINTAINED),
    VOLUNTARY_CONTROLLED("03", "Voluntary controlled school", Family.MAINTAINED),
    FOUNDATION("05", "Foundation school", Family.MAINTAINED),
    CITY_TECHNOLOGY_COLLEGE("06", "City technology college", Family.INDEPENDENT),
    COMMUNITY_SPECIAL("07", "Community special school", Family.SPECIAL),
    NON_MAINTAINED_SPECIAL("08", "Non-maintained special school", Family.SPECIAL),
    INDEPENDENT_SPECIAL("10", "Other independent special school", Family.SPECIAL),
    INDEPENDENT("11", "Other independent school", Family.INDEPENDENT),
    FOUNDATION_SPECIAL("12", "Foundation special school", Family.SPECIAL),
    PUPIL_REFERRAL_UNIT("14", "Pupil referral unit", Family.MAINTAINED),
    NURSERY("15", "Local authority nursery school", Family.MAINTAINED),
    FURTHER_EDUCATION("18", "Further education", Family.COLLEGE),
    SECURE_UNIT("24", "Secure units", Family.OTHER),
    MISCELLANEOUS("27", "Miscellaneous", Family.OTHER),
    ACADEMY_SPONSOR_LED("28", "Academy sponsor led", Family.ACADEMY),
    HIGHER_EDUCATION("29", "Higher education institutions", Family.UNIVERSITY),
    WELSH("30", "Welsh establishment", Family.WELSH),
    SIXTH_FORM_CENTRE("31", "Sixth form centres", Family.COLLEGE),
    SPECIAL_POST_16("32", "Special post 16 institution", Family.OTHER),
    ACADEMY_SPECIAL_SPONSOR_LED("33", "Academy special sponsor led", Family.ACADEMY),
    ACADEMY_CONVERTER("34", "Academy converter", Family.ACADEMY),
    FREE_SCHOOL("35", "Free schools", Family.FREE_SCHOOL),
    FREE_SCHOOL_SPECIAL("36", "Free schools special", Family.FREE_SCHOOL),
    FREE_SCHOOL_ALTERNATIVE_PROVISION("38", "Free schools alternative provision", Family.FREE_SCHOOL),
    FREE_SCHOOL_16_TO_19("39", "Free schools 16 to 19", Family.FREE_SCHOOL),
    UNIVERSITY_TECHNICAL_COLLEGE("40", "University technical college", Family.FREE_SCHOOL),
    STUDIO_SCHOOL("41", "Studio schools", Family.FREE_SCHOOL),
    ACADEMY_ALTERNATIVE_PROVISION_CONVERTER("42", "Academy alternative provision converter", Family.ACADEMY),
    ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED("43", "Academy alternative provision sponsor led", Family.ACADEMY),
    ACADEMY_SPECIAL_CONVERTER("44", "Academy special converter", Family.ACADEMY),
    ACADEMY_16_TO_19_CONVERTER("45", "Academy 16-19 converter", Family.ACADEMY),
    ONLINE_PROVIDER("49", "Online provider", Family.ONLINE);

    /** The register's {@code EstablishmentTypeGroup}. */
    enum Family {
        COLLEGE("1", "Colleges"),
        UNIVERSITY("2", "Universities"),
        INDEPENDENT("3", "Independent schools"),
        MAINTAINED("4", "Local authority maintained schools"),
        SPECIAL("5", "Special schools"),
        WELSH("6", "Welsh schools"),
        OTHER("9", "Other types"),
        ACADEMY("10", "Academies"),
        FREE_SCHOOL("11", "Free Schools"),
        ONLINE("13", "Online provider");

        final String code;
        final String title;

        Family(String code, String title) {
            this.code = code;
            this.title = title;
        }
    }

    final String code;
    final String title;
    final Family family;

    EstablishmentType(String code, String title, Family family) {
        this.code = code;
        this.title = title;
        this.family = family;
    }

    /** Run by a trust under a funding agreement: academies and free schools of every kind. */
    boolean inTrust() {
        return family == Family.ACADEMY || family == Family.FREE_SCHOOL;
    }

    boolean sponsorLed() {
        return this == ACADEMY_SPONSOR_LED
                || this == ACADEMY_SPECIAL_SPONSOR_LED
                || this == ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED;
    }

    boolean foundation() {
        return this == FOUNDATION || this == FOUNDATION_SPECIAL;
    }

    /** Maintained by the local authority, whichever of the register's groups it stands in. */
    boolean maintained() {
        return family == Family.MAINTAINED || this == COMMUNITY_SPECIAL || this == FOUNDATION_SPECIAL;
    }

    boolean special() {
        return switch (this) {
            case COMMUNITY_SPECIAL,
                    FOUNDATION_SPECIAL,
                    NON_MAINTAINED_SPECIAL,
                    INDEPENDENT_SPECIAL,
                    ACADEMY_SPECIAL_CONVERTER,
                    ACADEMY_SPECIAL_SPONSOR_LED,
                    FREE_SCHOOL_SPECIAL -> true;
            default -> false;
        };
    }
}
