package uk.middletier.archive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.middletier.model.Relationships;

/** A table of relationships: those of one type between nodes of two tables, so that both its ids are foreign keys. */
record LinkTable(NodeTable start, String type, NodeTable end) {
    static final String START = "startId";
    static final String END = "endId";

    private static final Set<Field> SPELL = Set.of(Field.FROM, Field.TO, Field.SOURCE);
    private static final Set<Field> NONE = EnumSet.noneOf(Field.class);

    private static final Map<String, Kind> KINDS = Map.of(
            Relationships.IN_AREA,
            new Kind("Where it lies, and since when.", NONE),
            Relationships.GOVERNED_BY,
            new Kind(
                    "Who governs a school, one at a time while it is open.",
                    Set.of(Field.BASIS, Field.FROM_KNOWN, Field.FROM_OBSERVED_AFTER, Field.TO_OBSERVED_AFTER)),
            Relationships.MEMBER_OF,
            new Kind(
                    "Which other bodies a school belongs to.",
                    Set.of(Field.FROM_KNOWN, Field.FROM_OBSERVED_AFTER, Field.TO_OBSERVED_AFTER)),
            Relationships.SPONSORED_BY,
            new Kind("Who sponsors it.", Set.of(Field.FROM_KNOWN, Field.FROM_OBSERVED_AFTER, Field.TO_OBSERVED_AFTER)),
            Relationships.UNDER,
            new Kind("What a body is part of.", NONE),
            Relationships.SUPPORTS,
            new Kind("Which school helps which.", Set.of(Field.PROGRAMME, Field.BROKERED_BY, Field.DEPTH)),
            Relationships.DESIGNATED,
            new Kind("What a school was recognised as, under which programme.", Set.of(Field.AS)),
            Relationships.OBSERVED,
            new Kind(
                    "What was found about it, and in which dataset that stands.",
                    Set.of(Field.MEASURE, Field.VALUE, Field.TEXT_OF_VALUE, Field.UNIT)),
            Relationships.SUCCEEDED_BY,
            new Kind("What took its place.", Set.of(Field.ON, Field.KIND, Field.REGISTER_TYPE)),
            Relationships.RENAMED,
            new Kind(
                    "That it changed its name; it starts and ends at the same.",
                    Set.of(Field.NAME, Field.FORMER_NAME, Field.ON, Field.FROM_OBSERVED_AFTER)));

    /** What is said of all relationships of a type. */
    private record Kind(String description, Set<Field> fields) {}

    /** Name of the resource: {@code schools-governed-by-bodies}; its file is called so too. */
    String resource() {
        return start.resource() + "-" + type.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + end.resource();
    }

    static boolean isKnown(String type) {
        return KINDS.containsKey(type);
    }

    String description() {
        return kind().description();
    }

    /** Those it has even if no relationship has them. */
    Set<Field> fields() {
        EnumSet<Field> fields = EnumSet.of(Field.SOURCE);
        fields.addAll(kind().fields());
        if (!kind().fields().contains(Field.ON)) {
            fields.addAll(SPELL);
        }
        return fields;
    }

    private Kind kind() {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalStateException("no such type of relationship: " + type);
        }
        return kind;
    }

    /** The table that is called so. */
    static Optional<LinkTable> find(String resource) {
        List<String> types = KINDS.keySet().stream().sorted().toList();
        return Arrays.stream(NodeTable.values())
                .flatMap(start -> types.stream()
                        .flatMap(type -> Arrays.stream(NodeTable.values()).map(end -> new LinkTable(start, type, end))))
                .filter(table -> table.resource().equals(resource))
                .findFirst();
    }
}
