package uk.middletier.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Every real authority, and the setting of those in force, read from the class path. */
final class Authorities {
    private final Map<String, Authority> byCode = new HashMap<>();
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, String> dioceses = new HashMap<>();

    Authorities() {
        uk.middletier.dataset.Authorities.load().forEach(known -> byCode.put(known.code(), authority(known)));
        for (NamedCsvRecord row : Table.rows("places.csv")) {
            settings.add(setting(row, settings.size()));
        }
        for (NamedCsvRecord row : Table.rows("dioceses.csv")) {
            dioceses.put(row.getField("code"), row.getField("name"));
        }
    }

    List<Setting> settings() {
        return settings;
    }

    Authority getAuthority(String code) {
        Authority authority = byCode.get(code);
        if (authority == null) {
            throw new IllegalStateException("no authority " + code);
        }
        return authority;
    }

    String dioceseName(String code) {
        return dioceses.getOrDefault(code, "");
    }

    /** Codes of the authorities in force that lie in any of the areas; all of them when no area is named. */
    Set<String> select(Set<String> areas) {
        Set<String> selected = new TreeSet<>();
        if (areas.isEmpty()) {
            settings.forEach(setting -> selected.add(setting.authority().code()));
        }
        for (String area : areas) {
            String wanted = area.strip().toLowerCase(Locale.ROOT);
            boolean found = false;
            for (Setting setting : settings) {
                if (names(setting.authority()).contains(wanted)) {
                    selected.add(setting.authority().code());
                    found = true;
                }
            }
            if (!found) {
                throw new IllegalArgumentException("unknown area '" + area + "'; allowed are " + allowed());
            }
        }
        return selected;
    }

    private static List<String> names(Authority authority) {
        List<String> names = new ArrayList<>();
        names.add(authority.code());
        names.add(authority.region().gss.toLowerCase(Locale.ROOT));
        names.add((authority.welsh() ? "Wales" : authority.region().title).toLowerCase(Locale.ROOT));
        if (!authority.consortium().isEmpty()) {
            names.add(authority.consortium().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private String allowed() {
        Collection<String> regions = new ArrayList<>();
        Collection<String> codes = new ArrayList<>();
        Collection<String> consortia = new TreeSet<>();
        for (Region region : Region.values()) {
            regions.add(region.gss + " or " + (region == Region.WALES ? "Wales" : region.title));
        }
        for (Setting setting : settings) {
            codes.add(setting.authority().code());
            consortia.add(setting.authority().consortium());
        }
        consortia.remove("");
        return "regions (" + String.join(", ", regions) + "), consortia (" + String.join(", ", consortia)
                + ") and authority codes (" + String.join(", ", codes) + ")";
    }

    private static Authority authority(uk.middletier.dataset.Authority known) {
        return new Authority(
                known.code(),
                known.name(),
                Objects.requireNonNullElse(known.gss(), ""),
                Region.of(known.region()),
                known.from(),
                known.to(),
                known.predecessors(),
                Objects.requireNonNullElse(known.consortium(), ""));
    }

    private Setting setting(NamedCsvRecord row, int index) {
        return new Setting(
                index,
                getAuthority(row.getField("code")),
                number(row, "eastKm"),
                number(row, "northKm"),
                number(row, "spreadEastKm"),
                number(row, "spreadNorthKm"),
                number(row, "establishments"),
                number(row, "ruralPercent") / 100.0,
                row.getField("sparse").equals("yes"),
                row.getField("conurbation"),
                number(row, "middleSchools"),
                row.getField("postcodeArea"),
                row.getField("dioceseOfEngland"),
                row.getField("dioceseOfRome"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
