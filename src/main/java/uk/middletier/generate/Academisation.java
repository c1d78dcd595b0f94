package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * Schools of an English authority that become academies, and free schools that open. Sponsored academies began under the
 * Learning and Skills Act 2000, converters under the Academies Act 2010, the first of them on 1 September 2010.
 */
final class Academisation {
    private static final String CONVERTER = "10";
    private static final String FOR_ACADEMY = "06";
    private static final String NEW_PROVISION = "06";
    private static final String FREE_SCHOOL = "11";
    private static final String NEW_SPONSOR = "12";

    private final Locality locality;
    private final Nation nation;
    private final Dice dice;

    Academisation(Locality locality) {
        this.locality = locality;
        nation = locality.nation;
        dice = locality.dice;
    }

    void live(int year) {
        if (year < 2002) {
            return;
        }
        sponsor(
                Flow.SPONSORED_SECONDARY,
                year,
                EstablishmentType.ACADEMY_SPONSOR_LED,
                Pool.SECONDARIES,
                Pool.ALL_THROUGHS,
                Pool.CITY_COLLEGES);
        if (year < 2010) {
            return;
        }
        sponsor(
                Flow.SPONSORED_PRIMARY,
                year,
                EstablishmentType.ACADEMY_SPONSOR_LED,
                Pool.PRIMARIES,
                Pool.JUNIORS,
                Pool.INFANTS,
                Pool.FIRSTS);
        sponsor(Flow.SPONSORED_SPECIAL, year, EstablishmentType.ACADEMY_SPECIAL_SPONSOR_LED, Pool.SPECIALS);
        sponsor(
                Flow.SPONSORED_ALTERNATIVE,
                year,
                EstablishmentType.ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED,
                Pool.REFERRAL_UNITS);
        convert(
                Flow.CONVERTER_SECONDARY,
                year,
                EstablishmentType.ACADEMY_CONVERTER,
                Pool.SECONDARIES,
                Pool.MIDDLES,
                Pool.ALL_THROUGHS);
        convert(
                Flow.CONVERTER_PRIMARY,
                year,
                EstablishmentType.ACADEMY_CONVERTER,
                Pool.PRIMARIES,
                Pool.JUNIORS,
                Pool.INFANTS,
                Pool.FIRSTS);
        convert(Flow.CONVERTER_SPECIAL, year, EstablishmentType.ACADEMY_SPECIAL_CONVERTER, Pool.SPECIALS);
        convert(
                Flow.CONVERTER_ALTERNATIVE,
                year,
                EstablishmentType.ACADEMY_ALTERNATIVE_PROVISION_CONVERTER,
                Pool.REFERRAL_UNITS);
        convert(Flow.CONVERTER_COLLEGE, year, EstablishmentType.ACADEMY_16_TO_19_CONVERTER, Pool.COLLEGES);
        free(Flow.FREE_PRIMARY, year, EstablishmentType.FREE_SCHOOL, Shape.PRIMARY);
        free(Flow.FREE_SECONDARY, year, EstablishmentType.FREE_SCHOOL, Shape.SECONDARY);
        free(Flow.FREE_ALL_THROUGH, year, EstablishmentType.FREE_SCHOOL, Shape.ALL_THROUGH);
        free(Flow.FREE_SPECIAL, year, EstablishmentType.FREE_SCHOOL_SPECIAL, Shape.SPECIAL);
        free(
                Flow.FREE_ALTERNATIVE,
                year,
                EstablishmentType.FREE_SCHOOL_ALTERNATIVE_PROVISION,
                Shape.ALTERNATIVE_PROVISION);
        free(Flow.FREE_COLLEGE, year, EstablishmentType.FREE_SCHOOL_16_TO_19, Shape.SIXTEEN_PLUS);
        free(Flow.TECHNICAL_COLLEGES, year, EstablishmentType.UNIVERSITY_TECHNICAL_COLLEGE, Shape.SECONDARY);
        free(Flow.STUDIO_SCHOOLS, year, EstablishmentType.STUDIO_SCHOOL, Shape.SECONDARY);
        reopen(year);
        close(year);
    }

    private void sponsor(Flow flow, int year, EstablishmentType type, Pool... from) {
        for (int i = count(flow, year); i > 0; i--) {
            LocalDate opening = year <= 2010
                    ? LocalDate.of(year, List.of(9, 1, 4).get(dice.weighted(93, 4, 3)), 1)
                    : LocalDate.of(year, month(14, 5, 5, 15, 3, 3, 3, 2, 38, 3, 4, 5), 1);
            boolean collegeFirst = flow == Flow.SPONSORED_SECONDARY
                    && year <= 2010
                    && !locality.pool(Pool.CITY_COLLEGES).isEmpty();
            School old = !nation.known(opening, dice)
                    ? null
                    : collegeFirst ? locality.take(Pool.CITY_COLLEGES) : locality.take(from);
            if (old != null) {
                succeed(old, type, opening, 0.7, FOR_ACADEMY, NEW_PROVISION);
            }
        }
    }

    private void convert(Flow flow, int year, EstablishmentType type, Pool... from) {
        for (int i = count(flow, year); i > 0; i--) {
            int month = year == 2010
                    ? month(0, 0, 0, 0, 0, 0, 0, 0, 55, 14, 17, 14)
                    : month(11, 8, 9, 14, 5, 6, 8, 8, 17, 6, 5, 5);
            LocalDate opening = LocalDate.of(year, month, 1);
            School old = nation.known(opening, dice) ? locality.take(from) : null;
            if (old != null) {
                succeed(old, type, opening, 0.2, CONVERTER, CONVERTER);
            }
        }
    }

    private void succeed(
            School old, EstablishmentType type, LocalDate opening, double renamed, String reason, String opened) {
        old.close(locality.lastDayBefore(opening), reason);
        School next = old.continuedAs(
                type, shape(old, type, opening), SchoolNames.asAcademy(old.name, renamed, dice), opening, opened);
        locality.add(next);
        locality.succeed(old, next, opening);
        if (old.type.inTrust()) {
            next.before = old;
        }
    }

    /** Some sponsored secondaries took in younger children: one in seven of the first 203, few later. */
    private Shape shape(School old, EstablishmentType type, LocalDate opening) {
        boolean widened = old.shape == Shape.SECONDARY
                && type.sponsorLed()
                && dice.chance(opening.getYear() <= 2010 ? 0.13 : 0.06);
        return widened ? Shape.ALL_THROUGH : old.shape;
    }

    private void free(Flow flow, int year, EstablishmentType type, Shape shape) {
        for (int i = nation.inEngland(flow.name() + year, locality.setting, nation.figures.in(flow, year));
                i > 0;
                i--) {
            LocalDate opening = dice.chance(0.96) ? locality.september(year) : LocalDate.of(year, 4, 1);
            if (nation.known(opening, dice)) {
                Faith faith = type != EstablishmentType.FREE_SCHOOL
                        ? Faith.NONE
                        : List.of(Faith.NONE, Faith.CHURCH_OF_ENGLAND, Faith.CHRISTIAN, Faith.MUSLIM, Faith.JEWISH)
                                .get(dice.weighted(84, 7, 3, 4, 2));
                locality.found(type, shape, faith, locality.places.town(dice), opening).reasonOpened =
                        dice.chance(0.2) ? FREE_SCHOOL : NEW_PROVISION;
            }
        }
    }

    /** Academies that failed and began again under another trust with a new number. */
    private void reopen(int year) {
        for (int i = count(Flow.REOPENED_ACADEMIES, year); i > 0; i--) {
            LocalDate opening = LocalDate.of(year, month(10, 4, 5, 12, 2, 2, 3, 2, 50, 3, 3, 4), 1);
            School old = nation.known(opening, dice) ? locality.take(Pool.ACADEMIES) : null;
            if (old == null) {
                continue;
            }
            if (old.opened != null && old.opened.plusYears(1).isAfter(opening)) {
                locality.pool(Pool.ACADEMIES).add(old);
            } else {
                succeed(old, old.type, opening, 0.3, NEW_SPONSOR, NEW_PROVISION);
            }
        }
    }

    /** Yearly chances of closing for good, from the closing dates of each type on the register. */
    private void close(int year) {
        for (Pool pool : List.of(Pool.ACADEMIES, Pool.FREE_SCHOOLS)) {
            for (School school : List.copyOf(locality.pool(pool))) {
                double hazard = switch (school.type) {
                    case STUDIO_SCHOOL -> 0.085;
                    case UNIVERSITY_TECHNICAL_COLLEGE -> 0.045;
                    case FREE_SCHOOL, FREE_SCHOOL_ALTERNATIVE_PROVISION, FREE_SCHOOL_16_TO_19 -> 0.009;
                    default -> 0.0012;
                };
                LocalDate lastDay = LocalDate.of(year, 8, 31);
                boolean old = school.opened != null && school.opened.getYear() + 1 < year;
                if (dice.chance(hazard) && old && nation.known(lastDay, dice)) {
                    locality.pool(pool).remove(school);
                    school.close(lastDay, "02");
                }
            }
        }
    }

    private int count(Flow flow, int year) {
        return nation.amongKeen(flow.name() + year, locality.setting, nation.figures.in(flow, year));
    }

    private int month(int... weights) {
        return dice.weighted(weights) + 1;
    }
}
