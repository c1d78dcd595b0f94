package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Federations of maintained schools (Education Act 2002) and foundation trusts (Education and Inspections Act 2006) of
 * one authority. Numbers founded by year from the groups file of January 2026; sizes from the register: three in four
 * federations are pairs.
 */
final class Federations {
    private static final int FIRST_YEAR = 2003;
    private static final int[] FOUNDED = {
        14, 8, 9, 17, 28, 20, 62, 90, 115, 98, 74, 80, 75, 71, 46, 54, 50, 33, 41, 37, 32, 26, 33
    };
    private static final int FIRST_TRUST_YEAR = 2007;
    private static final int[] TRUSTS_FOUNDED = {12, 45, 75, 110, 95, 70, 30, 15, 10, 8, 5};

    private final Locality locality;
    private final Nation nation;
    private final Dice dice;
    private final List<Group> groups = new ArrayList<>();

    private Federations(Locality locality) {
        this.locality = locality;
        nation = locality.nation;
        dice = new Dice(
                nation.seed, "federations/" + locality.setting.authority().code());
    }

    static List<Group> of(Locality locality) {
        Federations federations = new Federations(locality);
        if (!locality.setting.welsh()) {
            federations.live();
        }
        return federations.groups;
    }

    private void live() {
        int last = nation.extractDate.getYear();
        for (int year = FIRST_YEAR; year <= last; year++) {
            int founded = FOUNDED[Math.min(year - FIRST_YEAR, FOUNDED.length - 1)];
            int villages = nation.inCountryside("federations" + year, locality.setting, founded * 0.75);
            int towns = nation.inEngland("federations" + year, locality.setting, founded * 0.25);
            for (int i = 0; i < villages + towns; i++) {
                federate(day(year), i < villages);
            }
        }
        for (int year = FIRST_TRUST_YEAR; year < FIRST_TRUST_YEAR + TRUSTS_FOUNDED.length && year <= last; year++) {
            int founded = TRUSTS_FOUNDED[year - FIRST_TRUST_YEAR];
            for (int i = nation.inEngland("foundation" + year, locality.setting, founded); i > 0; i--) {
                endow(day(year));
            }
        }
    }

    private LocalDate day(int year) {
        return dice.chance(0.4)
                ? LocalDate.of(year, dice.pick(List.of(1, 4, 9)), 1)
                : LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
    }

    private void federate(LocalDate day, boolean village) {
        List<School> members =
                nation.past(day) ? candidates(day, village, 2 + dice.weighted(77, 15, 4, 2, 1, 1)) : List.of();
        if (members.size() < 2) {
            return;
        }
        School first = members.get(0);
        boolean dateLost = dice.chance(0.05);
        Group federation = new Group(
                Group.Kind.FEDERATION,
                GroupNames.federation(first, members.get(1), dice),
                locality.setting,
                first.place,
                first.faith,
                dateLost ? null : day);
        groups.add(federation);
        LocalDate dissolved = day.plusDays(dice.between(400, 4000));
        List<School> present =
                members.stream().filter(s -> s.openOn(nation.extractDate)).toList();
        if (dice.chance(0.3) && nation.past(dissolved)) {
            federation.closed = dissolved;
        } else if (present.size() < 2) {
            federation.closed = dice.chance(0.35) ? lastClosing(members, day) : null;
        }
        if (federation.closed == null && (present.size() > 1 || dice.chance(0.1))) {
            enrol(present, federation);
        }
    }

    /** A school in two federations has both codes on the register; three schools do at scale 1. */
    private void enrol(List<School> present, Group federation) {
        for (School school : present) {
            if (school.federation == null) {
                school.federation = federation;
            } else if (school.secondFederation == null) {
                school.secondFederation = federation;
            }
        }
    }

    private LocalDate lastClosing(List<School> members, LocalDate atLeast) {
        LocalDate last = atLeast;
        for (School school : members) {
            if (school.closed != null && school.closed.isAfter(last) && nation.past(school.closed)) {
                last = school.closed;
            }
        }
        return last;
    }

    /** Maintained schools open on the day and in no federation, near the first one. */
    private List<School> candidates(LocalDate day, boolean village, int count) {
        List<School> chosen = new ArrayList<>();
        for (int attempt = 0; attempt < 160 && chosen.size() < count; attempt++) {
            School school = dice.pick(locality.schools);
            boolean suits = school.type.maintained()
                    && school.type != EstablishmentType.PUPIL_REFERRAL_UNIT
                    && school.openOn(day)
                    && !chosen.contains(school)
                    && (school.federation == null || dice.chance(0.012))
                    && (!village || school.place.rural() || dice.chance(0.1))
                    && (chosen.isEmpty() || attempt > 110 || near(school, chosen.get(0)));
            if (suits) {
                chosen.add(school);
            }
        }
        return chosen;
    }

    private static boolean near(School one, School other) {
        return Math.abs(one.place.easting() - other.place.easting()) < 8_000
                && Math.abs(one.place.northing() - other.place.northing()) < 8_000;
    }

    private void endow(LocalDate day) {
        List<School> members = new ArrayList<>();
        int count = 1 + dice.weighted(25, 20, 18, 14, 12, 11);
        for (int attempt = 0; attempt < 300 && members.size() < count; attempt++) {
            School school = dice.pick(locality.schools);
            if (school.type.foundation() && school.openOn(day) && !members.contains(school)) {
                members.add(school);
            }
        }
        if (members.isEmpty() || !nation.past(day)) {
            return;
        }
        Place place = members.get(0).place;
        Group trust = new Group(
                Group.Kind.FOUNDATION_TRUST,
                GroupNames.foundation(place, dice),
                locality.setting,
                place,
                Faith.NONE,
                day);
        groups.add(trust);
        LocalDate wound = day.plusDays(dice.between(900, 4000));
        if (dice.chance(0.055) && nation.past(wound)) {
            trust.closed = wound;
            return;
        }
        for (School school : members) {
            if (school.openOn(nation.extractDate) && school.foundationTrust == null) {
                school.foundationTrust = trust;
            }
        }
    }
}
