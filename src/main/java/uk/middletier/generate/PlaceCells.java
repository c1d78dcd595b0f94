package uk.middletier.generate;

import java.util.List;
import java.util.Locale;

/** The register's cells that say where a school lies. */
final class PlaceCells {
    private static final List<String> STREETS = List.of(
            "Mill Lane",
            "Church Street",
            "Station Road",
            "School Lane",
            "Park Road",
            "High Street",
            "The Avenue",
            "Back Lane");
    private static final List<String> QUARTERS = List.of(
            "North", "South", "East", "West", "Central", "North East", "South West", "North West", "South East", "Mid");
    /**
     * Letters that never stand in the last two places of a postcode, so that no made-up one is anybody's. Source: Royal
     * Mail, Programmers' Guide to the Postcode Address File, structure of postcodes.
     */
    private static final String NEVER_LAST = "CKMOV";

    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private PlaceCells() {}

    static void write(CsvFile file, School school, Standing standing, Dice dice) {
        Setting setting = school.home;
        Place place = school.place;
        String authority = plain(setting.authority().name());
        file.set("Street", dice.between(1, 140) + " " + dice.pick(STREETS));
        file.set("Locality", place.name());
        file.set("Town", place.town());
        file.set("Postcode", postcode(setting, place, dice));
        file.set("TelephoneNum", "01632960" + String.format(Locale.ROOT, "%03d", dice.below(1000)));
        file.set("GOR", setting.region().letter, setting.region().title);
        file.set(
                "DistrictAdministrative",
                setting.authority().gss(),
                setting.authority().name());
        int ward = Math.floorMod(place.name().hashCode(), 100_000);
        String country = setting.welsh() ? "W" : "E";
        file.set("AdministrativeWard", country + "05" + (900_000 + ward), place.name());
        String seat = QUARTERS.get(place.constituency() % QUARTERS.size());
        int round = place.constituency() / QUARTERS.size();
        file.set(
                "ParliamentaryConstituency",
                country + (setting.welsh() ? "07" : "14") + (900_000 + setting.index() * 20 + place.constituency()),
                authority + " " + seat + (round == 0 ? "" : " and " + QUARTERS.get(round)));
        file.set("UrbanRural", place.urbanRural(), "(England/Wales) " + urbanRural(place.urbanRural()));
        file.set("GSSLACode (name)", standing.authority().gss());
        file.set("Easting", place.easting() + dice.between(-900, 900));
        file.set("Northing", place.northing() + dice.between(-900, 900));
        file.set("MSOA (name)", authority + " " + String.format(Locale.ROOT, "%03d", ward % 90 + 1));
        file.set(
                "LSOA (name)",
                authority + " " + String.format(Locale.ROOT, "%03d", ward % 90 + 1) + "ABCDE".charAt(ward % 5));
    }

    static String postcode(Setting setting, Place place, Dice dice) {
        return setting.postcodeArea() + place.district() + (centralLondon(setting) ? "A" : "") + " "
                + dice.between(1, 9) + NEVER_LAST.charAt(dice.below(NEVER_LAST.length()))
                + LETTERS.charAt(dice.below(LETTERS.length()));
    }

    private static boolean centralLondon(Setting setting) {
        return setting.postcodeArea().equals("EC") || setting.postcodeArea().equals("WC");
    }

    /** "Kingston upon Hull, City of" goes by its first part in the names of other things. */
    private static String plain(String authority) {
        int comma = authority.indexOf(", ");
        return comma < 0 || authority.startsWith("Bournemouth") ? authority : authority.substring(0, comma);
    }

    /** The words of a code of the 2011 classification. */
    static String urbanRural(String code) {
        String kind = switch (code.charAt(0)) {
            case 'A' -> "Urban major conurbation";
            case 'B' -> "Urban minor conurbation";
            case 'C' -> "Urban city and town";
            case 'D' -> "Rural town and fringe";
            case 'E' -> "Rural village";
            default -> "Rural hamlet and isolated dwellings";
        };
        return kind + (code.charAt(1) == '2' ? " in a sparse setting" : "");
    }
}
