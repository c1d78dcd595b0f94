package uk.middletier.generate;

import java.util.ArrayList;
import java.util.List;

/** The towns and villages of one authority, scattered about its centre. */
final class Places {
    private final List<Place> urban = new ArrayList<>();
    private final List<Place> rural = new ArrayList<>();
    private final double ruralShare;

    Places(Setting setting, double scale, Dice dice) {
        ruralShare = setting.ruralShare();
        PlaceNames names = new PlaceNames(setting.region(), dice);
        int count = Math.max(6, (int) Math.round(setting.establishments() * scale / 4));
        int villages = (int) Math.round(count * Math.sqrt(ruralShare) * 0.8);
        int constituencies = Math.max(1, (int) Math.round(setting.establishments() / 110.0));
        String town = names.next();
        for (int i = 0; i < Math.max(3, count - villages); i++) {
            if (setting.conurbation().equals("C") && dice.chance(0.3)) {
                town = names.next();
            }
            urban.add(place(names.next(), town, setting, setting.conurbation() + "1", constituencies, dice));
        }
        for (int i = 0; i < villages; i++) {
            String sparse = setting.sparse() && dice.chance(0.5) ? "2" : "1";
            String kind = List.of("D", "E", "F").get(dice.weighted(40, 38, 22));
            rural.add(place(names.next(), dice.pick(urban).town(), setting, kind + sparse, constituencies, dice));
        }
    }

    private static Place place(
            String name, String town, Setting setting, String urbanRural, int constituencies, Dice dice) {
        return new Place(
                name,
                town,
                setting.eastKm() * 1000 + offset(setting.spreadEastKm(), dice),
                setting.northKm() * 1000 + offset(setting.spreadNorthKm(), dice),
                urbanRural,
                dice.between(1, 20),
                dice.below(constituencies));
    }

    /** Most places within the spread, none beyond one and a half times it. */
    private static int offset(int spreadKm, Dice dice) {
        double away = Math.max(-1.5, Math.min(1.5, dice.gaussian() * 0.7));
        return (int) Math.round(away * spreadKm * 1000);
    }

    Place any(Dice dice) {
        return !rural.isEmpty() && dice.chance(ruralShare) ? dice.pick(rural) : dice.pick(urban);
    }

    Place town(Dice dice) {
        return dice.pick(urban);
    }

    Place village(Dice dice) {
        return rural.isEmpty() ? dice.pick(urban) : dice.pick(rural);
    }
}
