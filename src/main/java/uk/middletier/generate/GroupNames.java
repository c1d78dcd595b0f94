package uk.middletier.generate;

import java.util.List;
import java.util.Locale;

/** Fictional names of trusts, federations and sponsors, made from the fictional names of places and schools. */
final class GroupNames {
    private static final List<String> MULTI = List.of(
            "%s Academy Trust",
            "%s Learning Trust",
            "The %s Education Trust",
            "%s Multi Academy Trust",
            "%s Schools Partnership",
            "The %s Academies Trust",
            "%s Learning Partnership",
            "%s Collaborative Learning Trust");
    private static final List<String> VIRTUES = List.of(
            "Aspire", "Together", "Inspire", "Ambition", "Horizon", "Beacon", "Pathways", "Compass", "Lighthouse");

    private GroupNames() {}

    static String multi(Place place, Faith faith, Dice dice) {
        String pattern = switch (faith) {
            case ROMAN_CATHOLIC -> dice.pick(List.of("St %s Catholic Academy Trust", "%s Catholic Education Trust"));
            case CHURCH_OF_ENGLAND ->
                dice.pick(List.of("Diocese of %s Academies Trust", "%s Church of England Learning Trust"));
            default -> dice.chance(0.3) ? dice.pick(VIRTUES) + " %s Academy Trust" : dice.pick(MULTI);
        };
        return asRegistered(pattern.formatted(place.name()), dice);
    }

    static String single(School school, Dice dice) {
        String name = dice.chance(0.6)
                ? school.name
                : school.name + (school.name.endsWith("Academy") ? " Trust" : " Academy Trust");
        return asRegistered(name, dice);
    }

    /** Two in three trusts stand in capitals, as at Companies House. */
    private static String asRegistered(String name, Dice dice) {
        return dice.chance(0.65) ? name.toUpperCase(Locale.ROOT) : name;
    }

    static String federation(School first, School second, Dice dice) {
        String one = first.place.name();
        String other = second.place.name();
        return one.equals(other) || dice.chance(0.35)
                ? "The " + one + " Federation"
                : dice.pick(List.of("The Federation of %s and %s Schools", "%s and %s Federation"))
                        .formatted(one, other);
    }

    static String sponsor(Group trust, Dice dice) {
        return dice.chance(0.8) ? trust.name : "The " + trust.place.name() + " Foundation";
    }

    static String foundation(Place place, Dice dice) {
        return dice.pick(
                        List.of("The %s Co-operative Learning Trust", "%s Learning Alliance", "The %s Education Trust"))
                .formatted(place.name());
    }
}
