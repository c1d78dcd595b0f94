package uk.middletier.generate;

/**
 * How many schools opened, converted or closed in England in each year, at scale 1. Counts of records by type, phase and
 * year of opening or closing in the register of 5 January 2025; where one type's years are not told apart there, an
 * even spread. The years beyond each row repeat its last figure.
 */
final class Flow {
    static final int FIRST_YEAR = 1987;

    static final Flow CONVERTER_PRIMARY = new Flow(
            "CONVERTER_PRIMARY", 2010, 25, 309, 423, 424, 393, 381, 558, 630, 620, 460, 200, 262, 262, 290, 450, 300);
    static final Flow CONVERTER_SECONDARY =
            new Flow("CONVERTER_SECONDARY", 2010, 68, 710, 365, 128, 68, 50, 72, 62, 64, 44, 23, 27, 27, 30, 45, 30);
    static final Flow SPONSORED_PRIMARY =
            new Flow("SPONSORED_PRIMARY", 2011, 5, 171, 291, 265, 189, 161, 230, 225, 115, 75, 50, 52, 57, 115, 80);
    static final Flow SPONSORED_SECONDARY = new Flow(
            "SPONSORED_SECONDARY",
            2002,
            3,
            9,
            5,
            10,
            19,
            37,
            48,
            69,
            68,
            50,
            75,
            83,
            57,
            63,
            55,
            50,
            42,
            27,
            17,
            15,
            11,
            13,
            25,
            15);
    static final Flow CONVERTER_SPECIAL =
            new Flow("CONVERTER_SPECIAL", 2011, 16, 39, 35, 23, 25, 36, 38, 32, 26, 12, 10, 6, 12, 17, 10);
    static final Flow SPONSORED_SPECIAL =
            new Flow("SPONSORED_SPECIAL", 2012, 4, 4, 11, 8, 10, 11, 9, 7, 8, 10, 3, 8, 4, 4);
    static final Flow CONVERTER_ALTERNATIVE =
            new Flow("CONVERTER_ALTERNATIVE", 2012, 1, 16, 9, 6, 13, 10, 9, 9, 2, 6, 5, 6, 6, 4);
    static final Flow SPONSORED_ALTERNATIVE =
            new Flow("SPONSORED_ALTERNATIVE", 2012, 1, 3, 5, 6, 6, 5, 4, 4, 2, 2, 2, 2, 2, 2);
    static final Flow CONVERTER_COLLEGE = new Flow("CONVERTER_COLLEGE", 2016, 1, 13, 8, 5, 3, 2, 2, 3, 2, 1);
    static final Flow FREE_PRIMARY =
            new Flow("FREE_PRIMARY", 2011, 13, 21, 32, 26, 22, 22, 20, 32, 33, 22, 20, 14, 12, 9, 8);
    static final Flow FREE_SECONDARY =
            new Flow("FREE_SECONDARY", 2011, 8, 18, 31, 25, 14, 10, 12, 15, 18, 12, 14, 13, 14, 13, 10);
    static final Flow FREE_ALL_THROUGH =
            new Flow("FREE_ALL_THROUGH", 2011, 3, 7, 9, 7, 4, 3, 3, 3, 3, 2, 2, 2, 3, 2, 2);
    static final Flow FREE_SPECIAL = new Flow("FREE_SPECIAL", 2012, 3, 5, 3, 8, 4, 6, 5, 8, 17, 15, 17, 17, 13, 12);
    static final Flow FREE_ALTERNATIVE = new Flow("FREE_ALTERNATIVE", 2012, 5, 13, 12, 4, 3, 3, 4, 6, 2, 2, 0, 2, 4, 2);
    static final Flow FREE_COLLEGE = new Flow("FREE_COLLEGE", 2012, 2, 5, 7, 3, 3, 4, 2, 2, 2, 2, 2, 2, 2, 1);
    static final Flow TECHNICAL_COLLEGES = new Flow("TECHNICAL_COLLEGES", 2011, 1, 3, 13, 13, 11, 11, 6, 5, 2, 1, 1, 0);
    static final Flow STUDIO_SCHOOLS = new Flow("STUDIO_SCHOOLS", 2010, 2, 4, 10, 12, 9, 4, 3, 2, 2, 0);
    /** Academies that closed to reopen under another trust with a new number. */
    static final Flow REOPENED_ACADEMIES =
            new Flow("REOPENED_ACADEMIES", 2012, 4, 3, 5, 10, 55, 50, 75, 40, 25, 20, 24, 26, 35, 20);

    static final Flow CLOSED_PRIMARY = new Flow(
            "CLOSED_PRIMARY",
            1987,
            110,
            230,
            160,
            270,
            215,
            310,
            270,
            190,
            90,
            90,
            60,
            55,
            60,
            60,
            65,
            60,
            60,
            65,
            60,
            60,
            60,
            65,
            45,
            40,
            40,
            25,
            30,
            25,
            18,
            15,
            12,
            12,
            10,
            10,
            10,
            9,
            14,
            16,
            10);
    static final Flow CLOSED_SECONDARY = new Flow(
            "CLOSED_SECONDARY",
            1987,
            35,
            70,
            40,
            65,
            55,
            65,
            55,
            45,
            12,
            12,
            8,
            8,
            8,
            9,
            9,
            9,
            9,
            9,
            9,
            10,
            10,
            12,
            10,
            10,
            8,
            6,
            5,
            4,
            2,
            2,
            2,
            2,
            2,
            1,
            1,
            1,
            1,
            1,
            1);
    static final Flow CLOSED_MIDDLE = new Flow(
            "CLOSED_MIDDLE",
            1987,
            10,
            20,
            20,
            40,
            40,
            45,
            40,
            30,
            40,
            40,
            30,
            25,
            25,
            30,
            30,
            25,
            25,
            25,
            25,
            20,
            18,
            14,
            12,
            10,
            6,
            3,
            2);
    static final Flow AMALGAMATED = new Flow(
            "AMALGAMATED",
            1995,
            30,
            55,
            45,
            50,
            65,
            70,
            75,
            65,
            70,
            75,
            65,
            75,
            90,
            55,
            40,
            45,
            45,
            25,
            18,
            25,
            20,
            16,
            10,
            9,
            8,
            7,
            7,
            5,
            8,
            5,
            4);
    static final Flow MERGED_SECONDARY = new Flow(
            "MERGED_SECONDARY",
            1995,
            4,
            6,
            6,
            7,
            8,
            8,
            8,
            8,
            8,
            9,
            9,
            9,
            9,
            8,
            8,
            7,
            6,
            4,
            3,
            3,
            2,
            2,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1);
    static final Flow FRESH_START = new Flow(
            "FRESH_START",
            1995,
            10,
            20,
            20,
            20,
            25,
            28,
            30,
            28,
            25,
            22,
            18,
            14,
            10,
            8,
            6,
            5,
            4,
            3,
            2,
            2,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            0);
    static final Flow NEW_MAINTAINED = new Flow(
            "NEW_MAINTAINED",
            1995,
            12,
            25,
            20,
            22,
            28,
            25,
            30,
            25,
            25,
            25,
            22,
            22,
            25,
            20,
            15,
            15,
            12,
            8,
            8,
            6,
            5,
            4,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            1);

    static final Flow SPLIT = new Flow("SPLIT", 1998, 1, 2, 1, 2, 1, 2, 1);

    private final String name;
    private final int firstYear;
    private final int[] counts;

    private Flow(String name, int firstYear, int... counts) {
        this.name = name;
        this.firstYear = firstYear;
        this.counts = counts;
    }

    String name() {
        return name;
    }

    /** How many in England in the year, at scale 1. */
    int in(int year) {
        return year < firstYear ? 0 : counts[Math.min(year - firstYear, counts.length - 1)];
    }
}
