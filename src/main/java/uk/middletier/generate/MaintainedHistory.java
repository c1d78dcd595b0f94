package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closures, amalgamations, fresh starts and new schools among an English authority's maintained schools, year by year. */
final class MaintainedHistory {
    private static final String AMALGAMATION = "01";
    private static final String CLOSURE = "02";
    private static final String FRESH_START = "04";
    private static final String NEW_PROVISION = "06";
    private static final String SPLIT = "08";
    private static final List<Integer> MONTHS = List.of(1, 4);

    private final Locality locality;
    private final Nation nation;
    private final Dice dice;

    MaintainedHistory(Locality locality) {
        this.locality = locality;
        nation = locality.nation;
        dice = locality.dice;
    }

    void live(int year) {
        for (int i = countryside(Flow.CLOSED_PRIMARY, year); i > 0; i--) {
            close(year, Pool.PRIMARIES, Pool.INFANTS, Pool.JUNIORS, Pool.FIRSTS);
        }
        for (int i = count(Flow.CLOSED_SECONDARY, year); i > 0; i--) {
            close(year, Pool.SECONDARIES);
        }
        int middles = nation.figures.in(Flow.CLOSED_MIDDLE, year);
        for (int i = nation.whereMiddleSchoolsAre("middle" + year, locality.setting, middles); i > 0; i--) {
            close(year, Pool.MIDDLES);
        }
        for (int i = count(Flow.AMALGAMATED, year); i > 0; i--) {
            amalgamate(year, Pool.INFANTS, Pool.JUNIORS, Shape.PRIMARY);
        }
        for (int i = count(Flow.MERGED_SECONDARY, year); i > 0; i--) {
            amalgamate(year, Pool.SECONDARIES, Pool.SECONDARIES, Shape.SECONDARY);
        }
        for (int i = count(Flow.FRESH_START, year); i > 0; i--) {
            startAfresh(year);
        }
        for (int i = count(Flow.SPLIT, year); i > 0; i--) {
            split(year);
        }
        for (int i = count(Flow.NEW_MAINTAINED, year); i > 0; i--) {
            open(year);
        }
    }

    private int count(Flow flow, int year) {
        return nation.inEngland(flow.name() + year, locality.setting, nation.figures.in(flow, year));
    }

    private int countryside(Flow flow, int year) {
        return nation.inCountryside(flow.name() + year, locality.setting, nation.figures.in(flow, year));
    }

    private void close(int year, Pool... pools) {
        LocalDate lastDay = locality.closingDay(year);
        School school = nation.known(lastDay, dice) ? locality.takeSmall(pools) : null;
        if (school != null) {
            school.close(lastDay, year < 2000 || dice.chance(0.3) ? "99" : CLOSURE);
            school.closingDateLost = nation.past(lastDay) && dice.chance(0.001);
        }
    }

    /** Two schools become one: mostly a new record, in three of ten cases the younger children's school is closed. */
    private void amalgamate(int year, Pool lower, Pool upper, Shape shape) {
        LocalDate opening = dice.chance(0.8) ? locality.september(year) : LocalDate.of(year, dice.pick(MONTHS), 1);
        if (!nation.known(opening, dice)) {
            return;
        }
        School first = locality.take(lower);
        School second = locality.take(upper);
        if (first == null || second == null) {
            putBack(first);
            putBack(second);
            return;
        }
        first.close(locality.lastDayBefore(opening), AMALGAMATION);
        if (dice.chance(0.3)) {
            putBack(second);
            locality.link(first, second, "Successor - merged", "Predecessor - merged", opening);
            return;
        }
        second.close(locality.lastDayBefore(opening), AMALGAMATION);
        School made = new School(
                second.home,
                second.place,
                second.type,
                shape,
                second.faith,
                SchoolNames.amalgamated(second.name),
                shape == Shape.PRIMARY ? (first.size + second.size) * 0.9 : first.size * 1.2,
                first.genders == second.genders ? first.genders : 3);
        made.opened = opening;
        made.reasonOpened = AMALGAMATION;
        locality.add(made);
        if (year >= 2005 && dice.chance(0.3)) {
            locality.link(first, made, "Successor - amalgamated", "Predecessor - amalgamated", opening);
            locality.link(second, made, "Successor - amalgamated", "Result of Amalgamation", opening);
        } else {
            locality.succeed(first, made, opening);
            locality.succeed(second, made, opening);
        }
    }

    private void putBack(@Nullable School school) {
        if (school != null) {
            locality.pool(Pool.of(school.type, school.shape)).add(school);
        }
    }

    private void startAfresh(int year) {
        LocalDate opening = locality.september(year);
        School old = nation.known(opening, dice)
                ? locality.take(Pool.PRIMARIES, Pool.INFANTS, Pool.JUNIORS, Pool.SECONDARIES)
                : null;
        if (old == null || (old.opened != null && !old.opened.isBefore(opening))) {
            putBack(old);
            return;
        }
        old.close(locality.lastDayBefore(opening), FRESH_START);
        EstablishmentType type =
                old.type == EstablishmentType.COMMUNITY && dice.chance(0.25) ? EstablishmentType.FOUNDATION : old.type;
        School next = locality.add(old.continuedAs(type, old.shape, old.name, opening, FRESH_START));
        locality.succeed(old, next, opening);
    }

    private void split(int year) {
        LocalDate opening = locality.september(year);
        School old = nation.known(opening, dice) ? locality.take(Pool.PRIMARIES, Pool.SECONDARIES) : null;
        if (old == null || (old.opened != null && !old.opened.isBefore(opening))) {
            putBack(old);
            return;
        }
        old.close(locality.lastDayBefore(opening), CLOSURE);
        for (String part : List.of("Upper ", "Lower ")) {
            School made = locality.add(old.continuedAs(old.type, old.shape, part + old.name, opening, SPLIT));
            locality.link(old, made, "Successor - Split School", "Predecessor - Split School", opening);
        }
    }

    private void open(int year) {
        LocalDate opening = dice.chance(0.85) ? locality.september(year) : LocalDate.of(year, dice.pick(MONTHS), 1);
        if (nation.known(opening, dice)) {
            Shape shape = dice.chance(0.85) ? Shape.PRIMARY : Shape.SECONDARY;
            EstablishmentType type = dice.chance(0.7) ? EstablishmentType.COMMUNITY : EstablishmentType.FOUNDATION;
            locality.found(type, shape, Faith.NONE, locality.places.town(dice), opening).reasonOpened = NEW_PROVISION;
        }
    }
}
