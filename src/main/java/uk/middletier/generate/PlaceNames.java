package uk.middletier.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fictional names of places with the sound of their part of the country; none twice in one authority. */
final class PlaceNames {
    private static final List<String> STEMS = List.of(
            "Aldren",
            "Ambrel",
            "Bickel",
            "Bramsel",
            "Branner",
            "Caldor",
            "Corvel",
            "Cranmar",
            "Deverin",
            "Dorrin",
            "Dunmar",
            "Ellin",
            "Eskar",
            "Estrin",
            "Farrin",
            "Fennar",
            "Foxen",
            "Gannel",
            "Garlin",
            "Gresel",
            "Harmel",
            "Hasker",
            "Hathor",
            "Ingrel",
            "Iscar",
            "Jessam",
            "Kelver",
            "Kestor",
            "Kirrin",
            "Lammar",
            "Lindor",
            "Lorrin",
            "Mardle",
            "Marren",
            "Merrin",
            "Nettar",
            "Norrin",
            "Oakmar",
            "Orchel",
            "Ormel",
            "Pellan",
            "Pindar",
            "Quarrin",
            "Radnel",
            "Rossal",
            "Rushen",
            "Saxel",
            "Selwar",
            "Sorrel",
            "Tamsel",
            "Tarrel",
            "Thistlen",
            "Vennor",
            "Wendar",
            "Wexel",
            "Winnar",
            "Wistan",
            "Yarrin");
    private static final List<String> NORTHERN =
            List.of("by", "thwaite", "thorpe", "ton", "shaw", "dale", "ley", "field", "wick", "burn", "royd", "ham");
    private static final List<String> SOUTHERN =
            List.of("hurst", "combe", "ford", "ham", "stead", "bourne", "den", "ley", "ton", "bury", "worth", "mere");
    private static final List<String> LONDON =
            List.of(" Green", " Park", " Hill", " Common", " Cross", " Rise", " Fields", " Heath", " Vale", "wick");
    private static final List<String> WELSH_HEADS =
            List.of("Llan", "Aber", "Pont", "Cwm", "Tre", "Pen", "Nant", "Bryn", "Caer", "Ystrad", "Rhos", "Maes");
    private static final List<String> WELSH_TAILS = List.of(
            "welfan",
            "dryfal",
            "gorwen",
            "elydan",
            "farchan",
            "ronwyn",
            "tysgol",
            "m\u00f4rfan",
            "helwyn",
            "eiriol",
            "olwyn",
            "cadfor",
            "ithelyn",
            "gwynlas",
            "dd\u00f4lfach",
            "feidrol",
            "arwyn",
            "t\u00e2nfaes",
            "ll\u00eafor",
            "wernddu",
            "cenfor",
            "hedyn",
            "mirain",
            "soflan");
    private static final List<String> BEFORE = List.of("Great", "Little", "Upper", "Nether", "East", "West", "Long");
    private static final List<String> AFTER =
            List.of("Magna", "Parva", "St Wystan", "Abbas", "under Edge", "in the Vale");

    private final Region region;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    PlaceNames(Region region, Dice dice) {
        this.region = region;
        this.dice = dice;
    }

    String next() {
        for (int attempt = 0; attempt < 40; attempt++) {
            String name = attempt < 6 ? plain() : qualified();
            if (taken.add(name)) {
                return name;
            }
        }
        String name = plain() + " " + (taken.size() + 1);
        taken.add(name);
        return name;
    }

    private String plain() {
        return switch (region) {
            case WALES -> dice.pick(WELSH_HEADS) + dice.pick(WELSH_TAILS);
            case LONDON -> dice.pick(STEMS) + dice.pick(LONDON);
            case NORTH_EAST, NORTH_WEST, YORKSHIRE, EAST_MIDLANDS -> dice.pick(STEMS) + dice.pick(NORTHERN);
            case WEST_MIDLANDS, EAST, SOUTH_EAST, SOUTH_WEST -> dice.pick(STEMS) + dice.pick(SOUTHERN);
        };
    }

    private String qualified() {
        if (region == Region.WALES) {
            return plain() + dice.pick(List.of(" Uchaf", " Isaf", " Fawr", " Fach", " Ganol", "-y-bryn", "-ar-daf"));
        }
        return dice.chance(0.7) ? dice.pick(BEFORE) + " " + plain() : plain() + " " + dice.pick(AFTER);
    }
}
