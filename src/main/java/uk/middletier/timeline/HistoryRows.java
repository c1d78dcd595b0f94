package uk.middletier.timeline;

import uk.middletier.graph.Row;
import uk.middletier.model.Ref;

/** Lives, spells and successions from the rows of the statements that read them. */
public final class HistoryRows {
    private HistoryRows() {}

    /** From columns urn, name, group, from, to, fromKnown, everOpen. */
    public static SchoolLife life(Row row) {
        return new SchoolLife(
                row.integer("urn"),
                row.string("name"),
                row.string("group"),
                row.date("from"),
                row.date("to"),
                !Boolean.FALSE.equals(row.get("fromKnown")),
                !Boolean.FALSE.equals(row.get("everOpen")));
    }

    /**
     * From columns urn, relation, bodyId, bodyName, bodyKind, companiesHouse, role, basis, source, fromKnown and the
     * dates.
     */
    public static Spell spell(Row row) {
        return new Spell(
                row.integer("urn"),
                row.string("relation"),
                new Ref(row.string("bodyId"), row.string("bodyName"), row.string("bodyKind")),
                row.text("companiesHouse"),
                row.text("role"),
                row.text("basis"),
                row.text("source"),
                row.date("from"),
                row.date("to"),
                row.date("fromObservedAfter"),
                row.date("toObservedAfter"),
                !Boolean.FALSE.equals(row.get("fromKnown")));
    }

    /** From columns id, urn, name, formerName, on, fromObservedAfter, source; {@code urn} null for a body. */
    public static Renaming renaming(Row row) {
        return new Renaming(
                row.string("id"),
                (Long) row.get("urn"),
                row.string("name"),
                row.string("formerName"),
                row.date("on"),
                row.date("fromObservedAfter"),
                row.text("source"));
    }

    /** From columns fromUrn, fromName, toUrn, toName, on, kind, registerType. */
    public static Succession succession(Row row) {
        String kind = row.text("kind");
        return new Succession(
                row.integer("fromUrn"),
                row.string("fromName"),
                row.integer("toUrn"),
                row.string("toName"),
                row.date("on"),
                kind == null ? "other" : kind,
                row.text("registerType"));
    }
}
