package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Groups that hold no school of the register: umbrella trusts, groups of children's centres, entries made in error. */
final class OtherGroups {
    private OtherGroups() {}

    static List<Group> of(Locality locality) {
        Nation nation = locality.nation;
        Setting setting = locality.setting;
        Dice dice = new Dice(nation.seed, "groups/" + setting.authority().code());
        List<Group> groups = new ArrayList<>();
        int umbrellas = nation.inEngland("umbrella", setting, 20);
        int centres = nation.inEngland("centres", setting, 579);
        int collaborations = nation.inEngland("collaborations", setting, 74);
        int errors = nation.inEngland("errors", setting, 4);
        for (int i = 0; i < umbrellas + centres + collaborations + errors; i++) {
            Place place = locality.places.any(dice);
            if (i < umbrellas) {
                String name = place.name() + " Academies Umbrella Trust";
                groups.add(new Group(Group.Kind.UMBRELLA_TRUST, name, setting, place, Faith.NONE, null));
            } else if (i < umbrellas + centres + collaborations) {
                Group.Kind kind = i < umbrellas + centres
                        ? Group.Kind.CHILDRENS_CENTRES_GROUP
                        : Group.Kind.CHILDRENS_CENTRES_COLLABORATION;
                Group group = new Group(kind, place.name() + " Group", setting, place, Faith.NONE, null);
                LocalDate closed = LocalDate.of(dice.between(2014, 2021), dice.between(1, 12), 1);
                group.closed = dice.chance(0.15) && nation.past(closed) ? closed : null;
                groups.add(group);
            } else {
                LocalDate day = LocalDate.of(dice.between(2012, 2020), dice.between(1, 12), dice.between(1, 28));
                if (nation.past(day)) {
                    Group.Kind kind = dice.chance(0.5) ? Group.Kind.FEDERATION : Group.Kind.SINGLE_ACADEMY_TRUST;
                    String name = "The " + place.name() + (kind == Group.Kind.FEDERATION ? " Federation" : " Academy");
                    Group group = new Group(kind, name, setting, place, Faith.NONE, day);
                    group.createdInError = true;
                    groups.add(group);
                }
            }
        }
        return groups;
    }
}
