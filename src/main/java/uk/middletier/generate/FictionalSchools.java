package uk.middletier.generate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.middletier.dataset.NationalGrid;
import uk.middletier.model.GeoPoint;

/**
 * Makes up schools one by one, each in a made-up town or village of a real authority, none of one name twice. Equal seeds,
 * keys and calls give equal schools. Not safe for threads.
 */
public final class FictionalSchools {
    /** What is asked for. */
    public enum Kind {
        NURSERY,
        PRIMARY,
        SECONDARY,
        SPECIAL,
        PUPIL_REFERRAL_UNIT,
        INDEPENDENT
    }

    private final Map<String, Setting> settings = new HashMap<>();
    private final Map<String, Places> places = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final NationalGrid grid = new NationalGrid();
    private final Dice dice;

    /**
     * Begins a country with no schools.
     *
     * @param key what they are for; other keys give other schools
     */
    public FictionalSchools(long seed, String key) {
        dice = new Dice(seed, "schools/" + key);
        new Authorities()
                .settings()
                .forEach(setting -> settings.put(setting.authority().code(), setting));
    }

    /** One more school in the authority of that code of three digits, which must be in force. */
    public FictionalSchool draw(String authority, Kind kind) {
        Setting setting = settings.get(authority);
        if (setting == null) {
            throw new IllegalArgumentException("no authority in force has the code " + authority);
        }
        Places around = places.computeIfAbsent(authority, code -> new Places(setting, 1, dice));
        Place place = kind == Kind.PRIMARY ? around.any(dice) : around.town(dice);
        Shape shape = shape(kind, setting.welsh());
        Faith faith = faith(kind, setting.welsh());
        EstablishmentType type = type(kind, faith, setting.welsh());
        String name = name(shape, type, faith, place);
        double size = Math.exp(dice.gaussian() * 0.38 + (place.rural() && kind == Kind.PRIMARY ? -0.55 : 0.05));
        return new FictionalSchool(
                name,
                authority,
                phase(kind),
                type.title,
                faith.title,
                PlaceCells.urbanRural(place.urbanRural()),
                location(place),
                Math.max(20, (int) Math.round(shape.usualRoll * size)),
                fsmPercent(kind, place));
    }

    private String name(Shape shape, EstablishmentType type, Faith faith, Place place) {
        String name = SchoolNames.of(shape, type, faith, place, dice);
        for (int attempt = 0; attempt < 20 && names.contains(name); attempt++) {
            name = SchoolNames.of(shape, type, faith, place, dice);
        }
        String first = name;
        for (int number = 2; !names.add(name); number++) {
            name = first + " " + number;
        }
        return name;
    }

    private GeoPoint location(Place place) {
        return grid.find(place.easting() + dice.between(-900, 900), place.northing() + dice.between(-900, 900))
                .orElseThrow();
    }

    private double fsmPercent(Kind kind, Place place) {
        double usual = kind == Kind.SPECIAL || kind == Kind.PUPIL_REFERRAL_UNIT ? 34 : place.rural() ? 12 : 20;
        double percent = kind == Kind.INDEPENDENT ? 1 : usual * Math.exp(dice.gaussian() * 0.5);
        return Math.round(10 * Math.max(1, Math.min(85, percent))) / 10.0;
    }

    private Faith faith(Kind kind, boolean welsh) {
        int church = kind == Kind.PRIMARY ? (welsh ? 10 : 27) : kind == Kind.SECONDARY ? 6 : 0;
        int catholic = kind == Kind.PRIMARY || kind == Kind.SECONDARY ? 10 : 0;
        return switch (dice.weighted(church, catholic, 100 - church - catholic)) {
            case 0 -> Faith.CHURCH_OF_ENGLAND;
            case 1 -> Faith.ROMAN_CATHOLIC;
            default -> Faith.NONE;
        };
    }

    private EstablishmentType type(Kind kind, Faith faith, boolean welsh) {
        if (welsh) {
            return kind == Kind.INDEPENDENT ? EstablishmentType.INDEPENDENT : EstablishmentType.WELSH;
        }
        return switch (kind) {
            case NURSERY -> EstablishmentType.NURSERY;
            case SPECIAL -> EstablishmentType.COMMUNITY_SPECIAL;
            case PUPIL_REFERRAL_UNIT -> EstablishmentType.PUPIL_REFERRAL_UNIT;
            case INDEPENDENT -> EstablishmentType.INDEPENDENT;
            case PRIMARY, SECONDARY ->
                switch (faith) {
                    case ROMAN_CATHOLIC -> EstablishmentType.VOLUNTARY_AIDED;
                    case CHURCH_OF_ENGLAND ->
                        dice.chance(0.5) ? EstablishmentType.VOLUNTARY_AIDED : EstablishmentType.VOLUNTARY_CONTROLLED;
                    default -> dice.chance(0.85) ? EstablishmentType.COMMUNITY : EstablishmentType.FOUNDATION;
                };
        };
    }

    private static Shape shape(Kind kind, boolean welsh) {
        return switch (kind) {
            case NURSERY -> Shape.NURSERY;
            case PRIMARY -> welsh ? Shape.WELSH_PRIMARY : Shape.PRIMARY;
            case SECONDARY -> welsh ? Shape.WELSH_SECONDARY : Shape.SECONDARY;
            case SPECIAL -> Shape.SPECIAL;
            case PUPIL_REFERRAL_UNIT -> Shape.ALTERNATIVE_PROVISION;
            case INDEPENDENT -> Shape.INDEPENDENT;
        };
    }

    /** Welsh schools too: the register keeps their phase from us, an example need not. */
    private static String phase(Kind kind) {
        return switch (kind) {
            case NURSERY -> "Nursery";
            case PRIMARY -> "Primary";
            case SECONDARY -> "Secondary";
            case SPECIAL, PUPIL_REFERRAL_UNIT, INDEPENDENT -> "Not applicable";
        };
    }
}
