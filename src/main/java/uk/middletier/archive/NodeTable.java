package uk.middletier.archive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.ArchiveStatements;
import uk.middletier.model.Labels;

/** A table of nodes. Every node is in exactly one: authorities are bodies, because they govern. */
enum NodeTable {
    SCHOOLS(
            Labels.SCHOOL,
            null,
            false,
            "Establishments, open or not; a new URN is a new row.",
            EnumSet.of(
                    Field.NAME,
                    Field.URN,
                    Field.LA_ESTAB,
                    Field.UKPRN,
                    Field.TYPE,
                    Field.TYPE_CODE,
                    Field.TYPE_GROUP,
                    Field.GROUP,
                    Field.STATE_FUNDED,
                    Field.PHASE,
                    Field.STATUS,
                    Field.REASON_OPENED,
                    Field.REASON_CLOSED,
                    Field.FROM,
                    Field.TO,
                    Field.FROM_KNOWN,
                    Field.TO_KNOWN,
                    Field.EVER_OPEN,
                    Field.LINEAGE,
                    Field.LOW_AGE,
                    Field.HIGH_AGE,
                    Field.GENDER,
                    Field.RELIGIOUS_CHARACTER,
                    Field.ADMISSIONS,
                    Field.CAPACITY,
                    Field.PUPILS,
                    Field.FSM_PERCENT,
                    Field.CENSUS_DATE,
                    Field.URBAN_RURAL,
                    Field.RURAL,
                    Field.STREET,
                    Field.TOWN,
                    Field.POSTCODE,
                    Field.WEBSITE,
                    Field.EASTING,
                    Field.NORTHING,
                    Field.LOCATION,
                    Field.OFSTED_RATING,
                    Field.OFSTED_DATE)),
    BODIES(
            Labels.BODY,
            null,
            true,
            "Whoever runs, groups or helps schools: local authorities, trusts, federations, sponsors, alliances …",
            EnumSet.of(
                    Field.NAME,
                    Field.KIND,
                    Field.CODE,
                    Field.GSS,
                    Field.FORMALITY,
                    Field.GROUP_UID,
                    Field.GROUP_ID,
                    Field.COMPANIES_HOUSE,
                    Field.UKPRN,
                    Field.STATUS,
                    Field.FROM,
                    Field.TO,
                    Field.FROM_KNOWN,
                    Field.TO_KNOWN,
                    Field.EVER_OPEN,
                    Field.SOURCE)),
    AREAS(
            Labels.AREA,
            Labels.BODY,
            true,
            "Regions, countries, consortia, dioceses, constituencies; local authorities are among the bodies.",
            EnumSet.of(Field.NAME, Field.KIND, Field.CODE, Field.GSS, Field.FROM, Field.TO)),
    PROGRAMMES(
            Labels.PROGRAMME,
            null,
            false,
            "Policy initiatives.",
            EnumSet.of(Field.NAME, Field.KIND, Field.COUNTRY, Field.FROM, Field.TO, Field.SOURCE)),
    DATASETS(
            Labels.DATASET,
            null,
            false,
            "The files the release was built from.",
            EnumSet.of(
                    Field.NAME,
                    Field.TITLE,
                    Field.FILE,
                    Field.KIND,
                    Field.PUBLISHER,
                    Field.LICENCE,
                    Field.EXTRACT_DATE,
                    Field.SHA256,
                    Field.ROWS,
                    Field.MADE_UP));

    private final String label;
    private final @Nullable String without;
    private final boolean manyLabels;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // copied
    private final Set<Field> fields;

    NodeTable(String label, @Nullable String without, boolean manyLabels, String description, Set<Field> fields) {
        this.label = label;
        this.without = without;
        this.manyLabels = manyLabels;
        this.description = description;
        this.fields = Set.copyOf(fields);
    }

    /** Name of the resource; its file is called so too. */
    String resource() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The label all of its nodes have; the only one unless there is a column of labels. */
    String label() {
        return label;
    }

    /** Whether its nodes have further labels, in a column of their own. */
    boolean manyLabels() {
        return manyLabels;
    }

    String description() {
        return description;
    }

    /** Those it has even if no node has them. */
    Set<Field> fields() {
        return fields;
    }

    ArchiveStatements.Nodes nodes() {
        return new ArchiveStatements.Nodes(label, without);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(NodeTable::label).toList();
    }

    /** The table of a node with these labels; the first that fits, so that authorities are bodies. */
    static Optional<NodeTable> of(List<?> labels) {
        return Arrays.stream(values())
                .filter(table -> labels.contains(table.label))
                .findFirst();
    }

    static Optional<NodeTable> find(String resource) {
        return Arrays.stream(values())
                .filter(table -> table.resource().equals(resource))
                .findFirst();
    }
}
