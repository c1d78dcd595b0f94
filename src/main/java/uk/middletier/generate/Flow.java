package uk.middletier.generate;

/** Ways in which an English school comes to be, changes or ceases, that have yearly figures of their own. */
enum Flow {
    CONVERTER_PRIMARY,
    CONVERTER_SECONDARY,
    SPONSORED_PRIMARY,
    SPONSORED_SECONDARY,
    CONVERTER_SPECIAL,
    SPONSORED_SPECIAL,
    CONVERTER_ALTERNATIVE,
    SPONSORED_ALTERNATIVE,
    CONVERTER_COLLEGE,
    FREE_PRIMARY,
    FREE_SECONDARY,
    FREE_ALL_THROUGH,
    FREE_SPECIAL,
    FREE_ALTERNATIVE,
    FREE_COLLEGE,
    TECHNICAL_COLLEGES,
    STUDIO_SCHOOLS,
    /** Academies that closed to reopen under another trust with a new number. */
    REOPENED_ACADEMIES,
    CLOSED_PRIMARY,
    CLOSED_SECONDARY,
    CLOSED_MIDDLE,
    /** Infant and junior schools made one. */
    AMALGAMATED,
    MERGED_SECONDARY,
    /** Closed and reopened under a new number. */
    FRESH_START,
    NEW_MAINTAINED,
    SPLIT
}
