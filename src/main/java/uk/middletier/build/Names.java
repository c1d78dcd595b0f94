package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Origin;
import uk.middletier.dataset.Source;
import uk.middletier.model.Ids;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/**
 * What the snapshots called each school or group. The register keeps no former names; that there was one shows only in
 * an older snapshot. Snapshots may come in any order.
 *
 * @param <K> the register's number for what is named
 */
final class Names<K extends Comparable<K>> {
    private record Sighting(String name, Source source) {}

    private final Map<K, NavigableMap<LocalDate, Sighting>> sightings = new TreeMap<>();

    /** Says that a snapshot calls something by a name. Of days in a row with one name the first and the last are kept. */
    void saw(K key, String name, Origin origin) {
        if (!Spelling.isName(name)) {
            return;
        }
        NavigableMap<LocalDate, Sighting> days = sightings.computeIfAbsent(key, none -> new TreeMap<>());
        LocalDate day = origin.source().extractDate();
        if (days.putIfAbsent(day, new Sighting(name, origin.source())) == null) {
            Stream.of(day, days.lowerKey(day), days.higherKey(day))
                    .filter(each -> each != null && isInsideARun(days, each))
                    .forEach(days::remove);
        }
    }

    /**
     * A relationship from a node to itself for each change of name.
     *
     * @param node id of the node of a key, null if it has none
     */
    List<RelationshipRow> renames(Function<K, @Nullable String> node) {
        List<RelationshipRow> rows = new ArrayList<>();
        sightings.forEach((key, days) -> {
            String id = node.apply(key);
            if (id != null) {
                addRenames(rows, id, days);
            }
        });
        return rows;
    }

    private static void addRenames(List<RelationshipRow> rows, String id, NavigableMap<LocalDate, Sighting> days) {
        Sighting before = null;
        for (Sighting after : days.values()) {
            if (before != null && !Spelling.sameName(before.name(), after.name())) {
                rows.add(new RelationshipRow(
                        id,
                        Relationships.RENAMED,
                        id,
                        new Props()
                                .put(Properties.NAME, after.name())
                                .put(Properties.FORMER_NAME, before.name())
                                .put(Properties.ON, after.source().extractDate())
                                .put(
                                        Properties.FROM_OBSERVED_AFTER,
                                        before.source().extractDate())
                                .put(
                                        Properties.SOURCE,
                                        Ids.dataset(after.source().name()))
                                .toMap()));
            }
            before = after;
        }
    }

    private static boolean isInsideARun(NavigableMap<LocalDate, Sighting> days, LocalDate day) {
        String name = Objects.requireNonNull(days.get(day)).name();
        return isCalled(name, days.lowerEntry(day)) && isCalled(name, days.higherEntry(day));
    }

    private static boolean isCalled(String name, Map.@Nullable Entry<LocalDate, Sighting> day) {
        return day != null && day.getValue().name().equals(name);
    }
}
