package uk.middletier.generate;

import java.time.LocalDate;

/**
 * A Welsh authority's schools. The register has them all under one type, without phase, ages or pupils; of 2,472 in
 * January 2025, 894 were closed and of those 337 without a date, nearly all from before 2009.
 */
final class WelshHistory {
    private final Locality locality;
    private final Nation nation;
    private final Dice dice;

    WelshHistory(Locality locality) {
        this.locality = locality;
        nation = locality.nation;
        dice = locality.dice;
    }

    void build() {
        found(Shape.WELSH_PRIMARY, nation.inWales("primary", locality.setting, 1_720));
        found(Shape.WELSH_SECONDARY, nation.inWales("secondary", locality.setting, 240));
        found(Shape.OTHER, nation.inWales("other", locality.setting, 120));
    }

    private void found(Shape shape, int count) {
        for (int i = 0; i < count; i++) {
            int drawn = shape == Shape.OTHER ? 0 : dice.weighted(88, 7, 5);
            Faith faith = drawn == 0 ? Faith.NONE : drawn == 1 ? Faith.CHURCH_OF_ENGLAND : Faith.ROMAN_CATHOLIC;
            Place place = shape == Shape.WELSH_PRIMARY ? locality.places.any(dice) : locality.places.town(dice);
            School school = locality.found(EstablishmentType.WELSH, shape, faith, place, null);
            school.placeholder = dice.chance(0.045);
        }
    }

    void live(int year) {
        for (int i = nation.inWales("closing" + year, locality.setting, closing(year)); i > 0; i--) {
            close(year);
        }
        for (int i = nation.inWales("amalgamating" + year, locality.setting, amalgamating(year)); i > 0; i--) {
            amalgamate(year);
        }
        for (int i = nation.inWales("opening" + year, locality.setting, year < 2003 ? 0 : 11); i > 0; i--) {
            LocalDate opening = locality.september(year);
            if (nation.known(opening, dice)) {
                Shape shape = dice.chance(0.75) ? Shape.WELSH_PRIMARY : Shape.OTHER;
                locality.found(EstablishmentType.WELSH, shape, Faith.NONE, locality.places.town(dice), opening);
            }
        }
    }

    private static int closing(int year) {
        return year < 1996 ? 0 : year < 2009 ? 24 : year < 2020 ? 22 : 5;
    }

    private static int amalgamating(int year) {
        return year < 2003 ? 0 : year < 2020 ? 9 : 2;
    }

    private void close(int year) {
        LocalDate lastDay = locality.closingDay(year);
        School school =
                nation.known(lastDay, dice) ? locality.takeSmall(Pool.PRIMARIES, Pool.SECONDARIES, Pool.OTHERS) : null;
        if (school != null) {
            school.close(lastDay, "99");
            school.closingDateLost = year < 2009 && dice.chance(0.93);
        }
    }

    private void amalgamate(int year) {
        LocalDate opening = locality.september(year);
        boolean secondary = dice.chance(0.12);
        Pool pool = secondary ? Pool.SECONDARIES : Pool.PRIMARIES;
        if (!nation.known(opening, dice) || locality.pool(pool).size() < 4) {
            return;
        }
        School first = locality.take(pool);
        School second = locality.take(pool);
        if (first == null || second == null) {
            return;
        }
        first.close(locality.lastDayBefore(opening), "01");
        second.close(locality.lastDayBefore(opening), "01");
        School made = locality.found(EstablishmentType.WELSH, second.shape, second.faith, second.place, opening);
        made.reasonOpened = "01";
        locality.succeed(first, made, opening);
        locality.succeed(second, made, opening);
    }
}
