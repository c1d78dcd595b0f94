package uk.middletier.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.EvidenceStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.model.Ids;
import uk.middletier.model.SchoolGroup;

/**
 * A published figure and how it is computed.
 *
 * @param tolerance how far apart they may be and still count as reproduced, in the figure's unit
 * @param part the statement that counts, or the numerator of a share
 * @param whole the denominator of a share in per cent, null for a count
 * @param detail a further count that the explanation's {@code %d} names, or null
 * @param needed counts what a release must hold some of to give the figure, or null
 */
record Figure(
        String id,
        String title,
        double published,
        double tolerance,
        Statement part,
        @Nullable Statement whole,
        @Nullable Statement detail,
        @Nullable Statement needed,
        String explanation,
        String source) {

    private static final LocalDate MAY_2010 = LocalDate.of(2010, 5, 1);
    private static final LocalDate MARCH_2015 = LocalDate.of(2015, 3, 31);
    private static final LocalDate APRIL_2018 = LocalDate.of(2018, 4, 1);

    private static final List<String> ACADEMIES = List.of(SchoolGroup.ACADEMY.word());
    private static final List<String> UNDER_TRUSTS = List.of(
            SchoolGroup.ACADEMY.word(),
            SchoolGroup.CITY_TECHNOLOGY_COLLEGE.word(),
            SchoolGroup.FREE_SCHOOL.word(),
            SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE.word(),
            SchoolGroup.STUDIO_SCHOOL.word());
    private static final List<String> ENGLISH = List.of(
            SchoolGroup.LA_MAINTAINED.word(),
            SchoolGroup.ACADEMY.word(),
            SchoolGroup.CITY_TECHNOLOGY_COLLEGE.word(),
            SchoolGroup.FREE_SCHOOL.word(),
            SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE.word(),
            SchoolGroup.STUDIO_SCHOOL.word());
    private static final List<String> PRIMARY = List.of("Primary", "Middle deemed primary");
    private static final List<String> SECONDARY = List.of("Secondary", "Middle deemed secondary");

    private static final String JOPLING = "Jopling & Hadfield 2015";
    private static final String GREANY = "Greany 2017, after Hill 2015";
    private static final String GAP = " No source given here holds memberships that ended before April 2017, so %d"
            + " schools open on that day have a trust nobody names; they are counted apart and make trusts of every"
            + " size look rarer or smaller than they were.";

    private static final String DEPARTMENT = "Department for Education, Academy transfers and funding, England";
    private static final String UNDATED = " What moved under one URN between 31 August 2022 and 28 October 2024 (573)"
            + " is first seen on the latter and counts in 2024-25: dates are missing, not moves. From 1 April 2022 to"
            + " 28 October 2024 there are 746, against about 717 at the published rate.";
    private static final double TRANSFERS_APART = 0.05;

    private static final long ANY = 1_000_000;

    static List<Figure> all() {
        return List.of(
                count(
                        "academies-2010-05",
                        "Academies open in May 2010",
                        203,
                        0,
                        EvidenceStatements.schools(MAY_2010, ACADEMIES, List.of()),
                        "Every type that begins with \"Academy\", on 1 May 2010; city technology colleges apart.",
                        JOPLING),
                count(
                        "academies-2015-03",
                        "Academies open in March 2015",
                        4_580,
                        5,
                        EvidenceStatements.schools(MARCH_2015, ACADEMIES, List.of()),
                        "Within 5: the register is corrected after the event, and the source names no day;"
                                + " here 31 March 2015. Free schools, university technical colleges and studio"
                                + " schools are apart.",
                        JOPLING),
                count(
                        "primary-academies-2015-03",
                        "Primary academies open in March 2015",
                        2_476,
                        5,
                        EvidenceStatements.schools(MARCH_2015, ACADEMIES, List.of("Primary")),
                        "Within 5. The phase is the one in the register's latest extract; a school that has since"
                                + " changed its age range counts with its present phase.",
                        JOPLING),
                share(
                        "primary-academies-share-2015-03",
                        "Share of primary schools that are academies, March 2015",
                        15,
                        0.5,
                        EvidenceStatements.schools(MARCH_2015, ACADEMIES, PRIMARY),
                        EvidenceStatements.schools(MARCH_2015, ENGLISH, PRIMARY),
                        null,
                        "Published as \"around 15 %\"; of state-funded schools in England, middle schools with the"
                                + " phase they are deemed to have.",
                        JOPLING),
                new Figure(
                        "secondary-academies-2015-03",
                        "Secondary academies open in March 2015",
                        1_859,
                        5,
                        EvidenceStatements.schools(MARCH_2015, ACADEMIES, SECONDARY),
                        null,
                        EvidenceStatements.schools(
                                MARCH_2015, ACADEMIES, List.of("Secondary", "Middle deemed secondary", "All-through")),
                        null,
                        "Counted here: phase secondary or middle deemed secondary. With all-through academies it is"
                                + " %d; the published figure lies between, so its source counted a part of the"
                                + " all-through academies as secondary. The register gives the present phase only.",
                        JOPLING),
                share(
                        "secondary-academies-share-2015-03",
                        "Share of secondary schools that are academies, March 2015",
                        56,
                        1.5,
                        EvidenceStatements.schools(MARCH_2015, ACADEMIES, SECONDARY),
                        EvidenceStatements.schools(MARCH_2015, ENGLISH, SECONDARY),
                        null,
                        "Published as \"around 56 %\"; of state-funded secondary and middle deemed secondary schools"
                                + " in England. All-through schools are in neither count.",
                        JOPLING),
                count(
                        "free-schools-2015-03",
                        "Free schools open in March 2015",
                        255,
                        1,
                        EvidenceStatements.schools(MARCH_2015, List.of(SchoolGroup.FREE_SCHOOL.word()), List.of()),
                        "Every type that begins with \"Free schools\", on 31 March 2015: without university technical"
                                + " colleges and studio schools, as the department counts. Within 1: one school"
                                + " closed on that very day, and its last day still counts here.",
                        JOPLING),
                trusts(
                        "trusts-of-ten-or-more-2015",
                        "Trusts of ten or more schools, 2015",
                        39,
                        1,
                        10,
                        ANY,
                        "On 31 March 2015; the source names no day, and within weeks the number moves by more than one."),
                trusts(
                        "trusts-of-6-to-10-2015",
                        "Trusts of six to ten schools, 2015",
                        78,
                        0,
                        6,
                        10,
                        "On 31 March 2015."),
                trusts(
                        "trusts-of-2-to-5-2015",
                        "Trusts of two to five schools, 2015",
                        517,
                        0,
                        2,
                        5,
                        "On 31 March 2015."),
                share(
                        "academies-in-trusts-of-two-or-more-2015",
                        "Share of academies in a trust of two or more, 2015",
                        54,
                        0.5,
                        EvidenceStatements.schoolsInTrusts(MARCH_2015, 2, ANY),
                        EvidenceStatements.schools(MARCH_2015, UNDER_TRUSTS, List.of()),
                        EvidenceStatements.schoolsOfUnknownTrust(MARCH_2015),
                        "On 31 March 2015, of academies and free schools of every type." + GAP,
                        "Armstrong 2015, after the Department for Education"),
                count(
                        "authorities-england-2018",
                        "Local authorities in England",
                        152,
                        0,
                        EvidenceStatements.authorities(APRIL_2018, Ids.ENGLAND),
                        "On 1 April 2018, before the reorganisations of 2019, 2021 and 2023.",
                        "Armstrong & Ainscow 2018"),
                count(
                        "authorities-wales-2018",
                        "Local authorities in Wales",
                        22,
                        0,
                        EvidenceStatements.authorities(APRIL_2018, Ids.WALES),
                        "On 1 April 2018.",
                        "Hadfield & Ainscow 2018"),
                transfers(
                        2013,
                        21,
                        "The files of 2017–2025 hold no trust membership that ended before April 2017: of a move in"
                                + " this year they show only where the academy was later, not the trust it left."),
                transfers(
                        2018,
                        307,
                        "In the files of 2017–2025 there are 319, 95 of them from a single-academy trust. 14 of the 319"
                                + " name both trusts with one joining date and are probably corrections of the"
                                + " register; without them 305."),
                transfers(
                        2021,
                        176,
                        "In the files of 2017–2025 there are 171, 52 of them from a single-academy trust, 12 with a new"
                                + " URN. The department's list of cases is not among the files, so the last few are"
                                + " not traced."),
                transfers(
                        2022,
                        275,
                        "In the files of 2017–2025, 89 of 107 are dated by 31 August 2022, the last file with"
                                + " joining dates, and the other 18 got a new URN." + UNDATED),
                transfers(
                        2023,
                        280,
                        "In the files of 2017–2025 there are 41, all with a new URN, whose opening day is known."
                                + UNDATED));
    }

    private static Figure count(
            String id,
            String title,
            double published,
            double tolerance,
            Statement part,
            String explanation,
            String source) {
        return new Figure(id, title, published, tolerance, part, null, null, null, explanation, source);
    }

    /** Of a financial year, 1 April to 31 March. */
    private static Figure transfers(int year, double published, String explanation) {
        LocalDate from = LocalDate.of(year, 4, 1);
        LocalDate to = from.plusYears(1);
        String name = String.format(Locale.ROOT, "%d-%02d", year, (year + 1) % 100);
        return new Figure(
                "transfers-" + name,
                "Academy transfers, financial year " + name,
                published,
                TRANSFERS_APART * published,
                EvidenceStatements.transfers(from, to),
                null,
                null,
                EvidenceStatements.leaversBefore(to),
                "Reproduced if within 5 %. Academies and free schools that went to a trust of another company, single-academy trusts"
                        + " and new URNs included. " + explanation,
                DEPARTMENT);
    }

    private static Figure share(
            String id,
            String title,
            double published,
            double tolerance,
            Statement part,
            Statement whole,
            @Nullable Statement detail,
            String explanation,
            String source) {
        return new Figure(id, title, published, tolerance, part, whole, detail, null, explanation, source);
    }

    private static Figure trusts(
            String id, String title, double published, double tolerance, long least, long most, String explanation) {
        return new Figure(
                id,
                title,
                published,
                tolerance,
                EvidenceStatements.trusts(MARCH_2015, least, most),
                null,
                EvidenceStatements.schoolsOfUnknownTrust(MARCH_2015),
                null,
                explanation + GAP,
                GREANY);
    }
}
