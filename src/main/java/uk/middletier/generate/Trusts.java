package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The life of academy trusts, month by month: founded with an academy, joined by others, changed from single to multi,
 * left by academies that move, emptied by mergers, closed.
 */
final class Trusts {
    /** Of the trusts that sponsors founded before 2011, those that became national chains. */
    private static final double NATIONAL_CHAINS = 0.11;

    private final Nation nation;
    private final Dice dice;
    private final Neighbours neighbours;
    private final List<Group> groups = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private double movesDue;
    private int open;

    Trusts(Nation nation) {
        this.nation = nation;
        dice = new Dice(nation.seed, "trusts");
        neighbours = new Neighbours(dice);
    }

    List<Group> groups() {
        return groups;
    }

    List<Spell> spells() {
        return spells;
    }

    void live(List<School> schools) {
        List<School> openings = new ArrayList<>();
        List<School> closings = new ArrayList<>();
        for (School school : schools) {
            if (school.type.inTrust() && school.opened != null && nation.past(school.opened)) {
                openings.add(school);
                if (school.closed != null && nation.past(school.closed)) {
                    closings.add(school);
                }
            }
        }
        if (openings.isEmpty()) {
            return;
        }
        openings.sort(Comparator.comparing(Trusts::opened).thenComparingLong(school -> school.urn));
        closings.sort(Comparator.comparing(Trusts::closed).thenComparingLong(school -> school.urn));
        int opening = 0;
        int closing = 0;
        LocalDate month = opened(openings.get(0)).withDayOfMonth(1);
        for (; nation.past(month); month = month.plusMonths(1)) {
            move(month);
            LocalDate next = month.plusMonths(1);
            while (opening < openings.size() && opened(openings.get(opening)).isBefore(next)) {
                begin(openings.get(opening++));
            }
            while (closing < closings.size() && closed(closings.get(closing)).isBefore(next)) {
                end(closings.get(closing++));
            }
        }
    }

    private static LocalDate opened(School school) {
        return school.opened == null ? LocalDate.MIN : school.opened;
    }

    private static LocalDate closed(School school) {
        return school.closed == null ? LocalDate.MAX : school.closed;
    }

    private void begin(School school) {
        LocalDate day = opened(school);
        Group former = school.before == null || school.before.spell == null ? null : school.before.spell.group;
        Group chain = school.type.sponsorLed() ? neighbours.findChain(school, former, day.getYear()) : null;
        Group trust = chain != null || (former == null && dice.chance(alone(school, day.getYear())))
                ? chain
                : neighbours.findTrust(school, former);
        if (trust != null) {
            join(school, trust, day);
        } else {
            found(school, day);
        }
        neighbours.add(school);
        open++;
    }

    /** How likely an academy was to begin in a trust of its own: nearly all in 2010, hardly one after 2018. */
    private static double alone(School school, int year) {
        boolean secondary = school.shape.secondary();
        if (school.type == EstablishmentType.UNIVERSITY_TECHNICAL_COLLEGE) {
            return 0.75;
        }
        if (school.type.family == EstablishmentType.Family.FREE_SCHOOL) {
            return year < 2015 ? 0.62 : 0.22;
        }
        if (school.type.sponsorLed()) {
            return year < 2008 ? 0.8 : year < 2011 ? 0.55 : year < 2014 ? 0.12 : 0.06;
        }
        double falling = switch (year) {
            case 2010, 2011 -> 0.9;
            case 2012 -> 0.68;
            case 2013 -> 0.55;
            case 2014 -> 0.44;
            case 2015 -> 0.32;
            case 2016 -> 0.2;
            case 2017 -> 0.12;
            default -> 0.05;
        };
        return secondary ? Math.min(0.95, falling * 1.25) : falling;
    }

    private void found(School school, LocalDate day) {
        boolean single = dice.chance(day.getYear() < 2012 ? 0.9 : day.getYear() < 2015 ? 0.7 : 0.35);
        String name = single ? GroupNames.single(school, dice) : GroupNames.multi(school.place, school.faith, dice);
        Group.Kind kind = single ? Group.Kind.SINGLE_ACADEMY_TRUST : Group.Kind.MULTI_ACADEMY_TRUST;
        Group trust =
                new Group(kind, name, school.home, school.place, school.faith, day.minusDays(dice.between(30, 260)));
        if (school.type.sponsorLed() && day.getYear() < 2011 && dice.chance(NATIONAL_CHAINS)) {
            trust.kind = Group.Kind.MULTI_ACADEMY_TRUST;
            trust.name = GroupNames.multi(trust.place, trust.faith, dice);
            trust.national = true;
            neighbours.addChain(trust);
        }
        groups.add(trust);
        join(school, trust, day);
    }

    private Group join(School school, Group wanted, LocalDate day) {
        Group trust = wanted;
        if (trust.members.size() == 1 && trust.kind == Group.Kind.SINGLE_ACADEMY_TRUST) {
            trust = becomeMulti(trust, day);
        }
        Spell spell = new Spell(school, trust, day);
        spells.add(spell);
        school.spell = spell;
        trust.members.add(school);
        boolean sponsors =
                school.type.sponsorLed() || (trust.members.size() >= 3 && day.getYear() > 2011 && dice.chance(0.2));
        if (sponsors && trust.sponsor == null) {
            trust.sponsor = new Group(
                    Group.Kind.SPONSOR,
                    GroupNames.sponsor(trust, dice),
                    trust.home,
                    trust.place,
                    trust.faith,
                    dice.chance(0.12) ? null : day.minusDays(dice.between(0, 200)));
            groups.add(trust.sponsor);
        }
        return trust;
    }

    /** A single-academy trust takes a second school: mostly the same company, in three of ten cases a new one. */
    private Group becomeMulti(Group single, LocalDate day) {
        if (!dice.chance(0.3)) {
            if (dice.chance(0.7)) {
                single.name = GroupNames.multi(single.place, single.faith, dice);
            }
            single.kind = Group.Kind.MULTI_ACADEMY_TRUST;
            return single;
        }
        School member = single.members.get(0);
        if (member.spell == null || !member.spell.joined.isBefore(day)) {
            single.kind = Group.Kind.MULTI_ACADEMY_TRUST;
            return single;
        }
        Group multi = new Group(
                Group.Kind.MULTI_ACADEMY_TRUST,
                GroupNames.multi(single.place, single.faith, dice),
                single.home,
                single.place,
                single.faith,
                day.minusDays(dice.between(5, 120)));
        groups.add(multi);
        leave(member, day);
        join(member, multi, day);
        return multi;
    }

    private void leave(School school, LocalDate day) {
        Spell spell = school.spell;
        if (spell == null) {
            throw new IllegalStateException("in no trust: " + school.urn);
        }
        spell.left = day;
        Group trust = spell.group;
        trust.members.remove(school);
        if (trust.members.isEmpty()) {
            LocalDate wound = day.plusDays(dice.between(20, 330));
            trust.closed = nation.past(wound) ? wound : null;
            if (trust.sponsor != null) {
                trust.sponsor.closed = trust.closed;
            }
        }
    }

    private void end(School school) {
        leave(school, closed(school));
        open--;
    }

    /** Movements between trusts, as a share of academies open a year: a few before 2014, one in thirty from 2018. */
    private static double movedShare(int year) {
        return switch (year) {
            case 2010, 2011 -> 0.003;
            case 2012 -> 0.006;
            case 2013 -> 0.008;
            case 2014 -> 0.011;
            case 2015 -> 0.018;
            case 2016 -> 0.026;
            case 2017 -> 0.033;
            default -> year < 2010 ? 0.001 : 0.036;
        };
    }

    private void move(LocalDate day) {
        double season =
                day.getMonthValue() == 9 ? 3 : day.getMonthValue() == 1 || day.getMonthValue() == 4 ? 1.3 : 0.71;
        movesDue += open * movedShare(day.getYear()) / 12 * season;
        for (int tries = 0; movesDue >= 1 && tries < 200_000; tries++) {
            School school = dice.pick(neighbours.everywhere());
            if (!movable(school, day) || school.spell == null) {
                continue;
            }
            Group from = school.spell.group;
            int size = from.members.size();
            boolean merges = size >= 2 && size <= 8 && dice.chance(0.05);
            boolean moves = size == 1 ? dice.chance(0.42) : dice.chance(0.05);
            if (!merges && !moves) {
                continue;
            }
            Group to = neighbours.findTrust(school, from);
            if (to == null) {
                continue;
            }
            if (merges) {
                movesDue -= merge(from, to, day);
            } else {
                transfer(school, to, day);
                movesDue--;
            }
        }
    }

    private boolean movable(School school, LocalDate day) {
        return school.spell != null
                && school.spell.left == null
                && school.spell.joined.plusMonths(9).isBefore(day)
                && (school.closed == null || school.closed.isAfter(day.plusMonths(2)));
    }

    /** Gives the trust joined, which is a new one when a single-academy trust changes to multi on the occasion. */
    private Group transfer(School school, Group to, LocalDate day) {
        leave(school, day);
        return join(school, to, day);
    }

    /** Every academy of one trust moves to another, most on the same day, the rest within weeks. */
    private int merge(Group from, Group to, LocalDate day) {
        List<School> moving = List.copyOf(from.members);
        for (School school : moving) {
            if (!movable(school, day)) {
                return 0;
            }
        }
        Group target = to;
        boolean staggered = dice.chance(0.2) && nation.past(day.plusDays(40));
        for (School school : moving) {
            target = transfer(school, target, staggered && dice.chance(0.3) ? day.plusDays(dice.between(7, 30)) : day);
        }
        return moving.size();
    }
}
