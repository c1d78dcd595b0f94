package uk.middletier.generate;

/** Schools of an authority that run at the moment, by what may still happen to them. */
enum Pool {
    INFANTS,
    JUNIORS,
    PRIMARIES,
    FIRSTS,
    MIDDLES,
    SECONDARIES,
    ALL_THROUGHS,
    CITY_COLLEGES,
    SPECIALS,
    OTHER_SPECIALS,
    REFERRAL_UNITS,
    NURSERIES,
    INDEPENDENTS,
    INDEPENDENT_SPECIALS,
    COLLEGES,
    OTHERS,
    ACADEMIES,
    FREE_SCHOOLS;

    static Pool of(EstablishmentType type, Shape shape) {
        return switch (type.family) {
            case ACADEMY -> ACADEMIES;
            case FREE_SCHOOL -> FREE_SCHOOLS;
            default ->
                switch (type) {
                    case COMMUNITY_SPECIAL, FOUNDATION_SPECIAL -> SPECIALS;
                    case NON_MAINTAINED_SPECIAL -> OTHER_SPECIALS;
                    case INDEPENDENT_SPECIAL -> INDEPENDENT_SPECIALS;
                    case INDEPENDENT -> INDEPENDENTS;
                    case CITY_TECHNOLOGY_COLLEGE -> CITY_COLLEGES;
                    case PUPIL_REFERRAL_UNIT -> REFERRAL_UNITS;
                    case NURSERY -> NURSERIES;
                    case FURTHER_EDUCATION -> COLLEGES;
                    default -> mainstream(shape);
                };
        };
    }

    private static Pool mainstream(Shape shape) {
        return switch (shape) {
            case INFANT -> INFANTS;
            case JUNIOR -> JUNIORS;
            case PRIMARY, WELSH_PRIMARY -> PRIMARIES;
            case FIRST -> FIRSTS;
            case MIDDLE_DEEMED_PRIMARY, MIDDLE_DEEMED_SECONDARY -> MIDDLES;
            case SECONDARY, WELSH_SECONDARY -> SECONDARIES;
            case ALL_THROUGH -> ALL_THROUGHS;
            case NURSERY, SIXTEEN_PLUS, SPECIAL, ALTERNATIVE_PROVISION, INDEPENDENT, OTHER -> OTHERS;
        };
    }
}
