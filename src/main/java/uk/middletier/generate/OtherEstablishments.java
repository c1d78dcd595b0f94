package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * English establishments outside the run of maintained mainstream schools: special schools, referral units, nurseries,
 * independents, colleges and the rest.
 */
final class OtherEstablishments {
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
        for (Churn churn : nation.churns) {
            for (int i = nation.inEngland("standing/" + churn.type(), locality.setting, churn.standing()); i > 0; i--) {
                boolean dated = churn.type() == EstablishmentType.INDEPENDENT && dice.chance(0.55);
                LocalDate opened = dated ? LocalDate.of(dice.between(1905, 1986), dice.between(1, 12), 1) : null;
                School school = locality.found(churn.type(), churn.shape(), faith(churn), place(churn), opened);
                school.placeholder = opened == null && dice.chance(0.04);
            }
        }
    }

    void live(int year) {
        for (Churn churn : nation.churns) {
            String key = churn.type().name() + year;
            for (int i = closing(churn, key, year); i > 0; i--) {
                close(churn, year);
            }
            for (int i = yearly("opening/" + key, churn.opening(), churn.openFrom(), churn.openTo(), year);
                    i > 0;
                    i--) {
                LocalDate opening = dice.chance(0.6)
                        ? locality.september(year)
                        : LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
                if (nation.known(opening, dice)) {
                    locality.found(churn.type(), churn.shape(), faith(churn), place(churn), opening).reasonOpened =
                            "06";
                }
            }
        }
    }

    /** A part of the national number, or for kinds of which few authorities have one, each one's own chance. */
    private int closing(Churn churn, String key, int year) {
        if (churn.standing() > RARE) {
            return yearly("closing/" + key, churn.closing(), churn.closeFrom(), churn.closeTo(), year);
        }
        if (year < churn.closeFrom() || year > churn.closeTo()) {
            return 0;
        }
        double years = churn.closeTo() - churn.closeFrom() + 1.0;
        double hazard = churn.closing() / years / (churn.standing() + churn.opening() / 2.0 - churn.closing() / 2.0);
        int closing = 0;
        for (School school : locality.pool(Pool.of(churn.type(), churn.shape()))) {
            closing += school.type == churn.type() && dice.chance(hazard) ? 1 : 0;
        }
        return closing;
    }

    private int yearly(String key, int total, int from, int to, int year) {
        return year < from || year > to ? 0 : nation.inEngland(key, locality.setting, total / (to - from + 1.0));
    }

    private void close(Churn churn, int year) {
        boolean succeeded = dice.chance(churn.succeeded());
        LocalDate opening = locality.september(year);
        LocalDate lastDay = succeeded ? locality.lastDayBefore(opening) : locality.closingDay(year);
        if (!nation.known(lastDay, dice)) {
            return;
        }
        School school = takeOf(churn.type(), churn.shape());
        if (school == null) {
            return;
        }
        if (school.opened != null && !school.opened.isBefore(lastDay)) {
            locality.pool(Pool.of(school.type, school.shape)).add(school);
            return;
        }
        school.close(lastDay, churn.type() == EstablishmentType.NURSERY ? "05" : dice.chance(0.5) ? "02" : "99");
        school.closingDateLost = churn.type() == EstablishmentType.MISCELLANEOUS && dice.chance(0.07);
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
        if (churn.type() != EstablishmentType.INDEPENDENT) {
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
        return churn.type() == EstablishmentType.INDEPENDENT_SPECIAL
                ? locality.places.any(dice)
                : locality.places.town(dice);
    }
}
