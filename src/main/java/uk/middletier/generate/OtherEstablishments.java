package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * English establishments outside the run of maintained mainstream schools: special schools, referral units, nurseries,
 * independents, colleges and the rest. Numbers at scale 1 by type from the register of January 2025.
 */
final class OtherEstablishments {
    /**
     * @param standing in 1987, before which none is recorded to have opened
     * @param opening new ones in all, evenly between two years
     * @param closing closed in all, other than into academies, evenly between two years
     * @param succeeded how often a closing one is continued by another of its kind
     */
    private record Churn(
            EstablishmentType type,
            Shape shape,
            int standing,
            int opening,
            int openFrom,
            int openTo,
            int closing,
            int closeFrom,
            int closeTo,
            double succeeded) {}

    private static final List<Churn> CHURNS = List.of(
            new Churn(EstablishmentType.COMMUNITY_SPECIAL, Shape.SPECIAL, 1400, 60, 1995, 2012, 740, 1987, 2014, 0.2),
            new Churn(EstablishmentType.FOUNDATION_SPECIAL, Shape.SPECIAL, 106, 23, 1998, 2012, 10, 1998, 2012, 0),
            new Churn(EstablishmentType.NON_MAINTAINED_SPECIAL, Shape.SPECIAL, 70, 24, 2001, 2011, 44, 1996, 2023, 0),
            new Churn(
                    EstablishmentType.PUPIL_REFERRAL_UNIT,
                    Shape.ALTERNATIVE_PROVISION,
                    280,
                    400,
                    1994,
                    2012,
                    560,
                    1994,
                    2019,
                    0.38),
            new Churn(EstablishmentType.NURSERY, Shape.NURSERY, 595, 24, 1994, 2012, 240, 1987, 2024, 0),
            new Churn(EstablishmentType.INDEPENDENT, Shape.INDEPENDENT, 2300, 1360, 1988, 2024, 2010, 1988, 2024, 0.08),
            new Churn(
                    EstablishmentType.INDEPENDENT_SPECIAL, Shape.SPECIAL, 330, 970, 1996, 2024, 500, 1988, 2024, 0.04),
            new Churn(
                    EstablishmentType.FURTHER_EDUCATION, Shape.SIXTEEN_PLUS, 460, 5, 1993, 2021, 225, 1993, 2021, 0.1),
            new Churn(EstablishmentType.SIXTH_FORM_CENTRE, Shape.SIXTEEN_PLUS, 31, 30, 1995, 2014, 48, 1994, 2022, 0),
            new Churn(EstablishmentType.MISCELLANEOUS, Shape.OTHER, 186, 44, 1999, 2006, 150, 1991, 2006, 0),
            new Churn(EstablishmentType.SPECIAL_POST_16, Shape.OTHER, 30, 124, 2006, 2024, 13, 2005, 2023, 0),
            new Churn(EstablishmentType.HIGHER_EDUCATION, Shape.OTHER, 131, 7, 1996, 2016, 9, 2002, 2022, 0),
            new Churn(EstablishmentType.SECURE_UNIT, Shape.OTHER, 48, 0, 1996, 2000, 31, 1996, 2019, 0),
            new Churn(EstablishmentType.ONLINE_PROVIDER, Shape.SECONDARY, 0, 8, 2023, 2024, 0, 2023, 2024, 0));

    private static final int RARE = 300;

    private final Locality locality;
    private final Nation nation;
    private final Dice dice;

    OtherEstablishments(Locality locality) {
        this.locality = locality;
        nation = locality.nation;
        dice = locality.dice;
    }

    void build() {
        for (Churn churn : CHURNS) {
            for (int i = nation.inEngland("standing/" + churn.type, locality.setting, churn.standing); i > 0; i--) {
                boolean dated = churn.type == EstablishmentType.INDEPENDENT && dice.chance(0.55);
                LocalDate opened = dated ? LocalDate.of(dice.between(1905, 1986), dice.between(1, 12), 1) : null;
                School school = locality.found(churn.type, churn.shape, faith(churn), place(churn), opened);
                school.placeholder = opened == null && dice.chance(0.04);
            }
        }
    }

    void live(int year) {
        for (Churn churn : CHURNS) {
            String key = churn.type.name() + year;
            for (int i = closing(churn, key, year); i > 0; i--) {
                close(churn, year);
            }
            for (int i = yearly("opening/" + key, churn.opening, churn.openFrom, churn.openTo, year); i > 0; i--) {
                LocalDate opening = dice.chance(0.6)
                        ? locality.september(year)
                        : LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
                if (nation.known(opening, dice)) {
                    locality.found(churn.type, churn.shape, faith(churn), place(churn), opening).reasonOpened = "06";
                }
            }
        }
    }

    /** A part of the national number, or for kinds of which few authorities have one, each one's own chance. */
    private int closing(Churn churn, String key, int year) {
        if (churn.standing > RARE) {
            return yearly("closing/" + key, churn.closing, churn.closeFrom, churn.closeTo, year);
        }
        if (year < churn.closeFrom || year > churn.closeTo) {
            return 0;
        }
        double years = churn.closeTo - churn.closeFrom + 1.0;
        double hazard = churn.closing / years / (churn.standing + churn.opening / 2.0 - churn.closing / 2.0);
        int closing = 0;
        for (School school : locality.pool(Pool.of(churn.type, churn.shape))) {
            closing += school.type == churn.type && dice.chance(hazard) ? 1 : 0;
        }
        return closing;
    }

    private int yearly(String key, int total, int from, int to, int year) {
        return year < from || year > to ? 0 : nation.inEngland(key, locality.setting, total / (to - from + 1.0));
    }

    private void close(Churn churn, int year) {
        boolean succeeded = dice.chance(churn.succeeded);
        LocalDate opening = locality.september(year);
        LocalDate lastDay = succeeded ? locality.lastDayBefore(opening) : locality.closingDay(year);
        if (!nation.known(lastDay, dice)) {
            return;
        }
        School school = takeOf(churn.type, churn.shape);
        if (school == null) {
            return;
        }
        school.close(lastDay, churn.type == EstablishmentType.NURSERY ? "05" : dice.chance(0.5) ? "02" : "99");
        school.closingDateLost = churn.type == EstablishmentType.MISCELLANEOUS && dice.chance(0.07);
        if (succeeded) {
            School next = locality.add(school.continuedAs(school.type, school.shape, school.name, opening, "06"));
            locality.succeed(school, next, opening);
        }
    }

    private @Nullable School takeOf(EstablishmentType type, Shape shape) {
        List<School> pool = locality.pool(Pool.of(type, shape));
        List<School> ofType = pool.stream().filter(s -> s.type == type).toList();
        if (ofType.isEmpty()) {
            return null;
        }
        School taken = dice.pick(ofType);
        pool.remove(taken);
        return taken;
    }

    private Faith faith(Churn churn) {
        if (churn.type != EstablishmentType.INDEPENDENT) {
            return Faith.NONE;
        }
        return List.of(
                        Faith.NONE,
                        Faith.CHURCH_OF_ENGLAND,
                        Faith.CHRISTIAN,
                        Faith.ROMAN_CATHOLIC,
                        Faith.MUSLIM,
                        Faith.JEWISH)
                .get(dice.weighted(72, 8, 7, 5, 5, 3));
    }

    private Place place(Churn churn) {
        return churn.type == EstablishmentType.INDEPENDENT_SPECIAL
                ? locality.places.any(dice)
                : locality.places.town(dice);
    }
}
