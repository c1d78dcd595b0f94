package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.SchoolRecordStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;
import uk.middletier.timeline.Histories;
import uk.middletier.timeline.HistoryRows;
import uk.middletier.timeline.SchoolEvent;
import uk.middletier.timeline.SchoolEvents;
import uk.middletier.timeline.SchoolLife;
import uk.middletier.timeline.Spell;
import uk.middletier.timeline.Succession;

/** {@code /v1/schools/{urn}/history}: the lineage across URNs, every spell, and what happened. */
final class SchoolHistory {
    private static final List<Column> MEMBER = List.of(
            Column.text("id"),
            Column.integer("urn"),
            Column.text("name"),
            Column.text("type"),
            Column.text("group"),
            Column.text("phase"),
            Column.text("status"),
            Column.date("from"),
            Column.date("to"),
            Column.bool("fromKnown"),
            Column.bool("toKnown"),
            Column.bool("everOpen"));

    private static final List<Column> LINK = List.of(
            Column.integer("fromUrn"),
            Column.text("fromName"),
            Column.integer("toUrn"),
            Column.text("toName"),
            Column.date("on"),
            Column.text("kind"),
            Column.text("registerType"));

    private static final List<Column> SPELL = List.of(
            Column.integer("urn"),
            Column.text("relation"),
            Column.ref("body"),
            Column.date("from"),
            Column.date("to"),
            Column.text("role"),
            Column.text("basis"),
            Column.text("source"),
            Column.date("fromObservedAfter"),
            Column.date("toObservedAfter"));

    private static final List<Column> EVENT = List.of(
            Column.date("date"),
            Column.text("event"),
            Column.integer("urn"),
            Column.text("name"),
            Column.integer("otherUrn"),
            Column.ref("from"),
            Column.ref("to"),
            Column.date("observedAfter"),
            Column.text("basis"),
            Column.text("source"),
            Column.text("formerName"));

    static final Route ROUTE = Route.record(
                    "/v1/schools/{urn}/history",
                    "schoolHistory",
                    "the lineage of a school across URNs, every spell in a body or area, and the events made from them",
                    List.of(),
                    Route.BY_LINEAGE,
                    SchoolHistory::plan)
            .giving(schema());

    private SchoolHistory() {}

    private static Schema schema() {
        return Schema.object()
                .field("urn", Schema.INTEGER)
                .field("lineage", Schema.TEXT.orNull())
                .field("schools", Schema.rows(MEMBER, "id", "urn", "name"))
                .field("links", Schema.rows(LINK, "fromUrn", "fromName", "toUrn", "toName", "kind"))
                .field("spells", Schema.rows(SPELL, "urn", "relation", "body"))
                .field("events", Schema.rows(EVENT, "date", "event", "urn", "name"));
    }

    private static Plan plan(Question question) {
        long urn = SchoolRecord.urn(question);
        Statement lineage = SchoolRecordStatements.lineage(urn);
        Statement spells = SchoolRecordStatements.spells(urn);
        Statement links = SchoolRecordStatements.lineageLinks(urn);
        Statement renamings = SchoolRecordStatements.renamings(urn);
        return new Plan(List.of(lineage, spells, links, renamings), reads -> {
            List<Member> members = reads.list(lineage, SchoolHistory::member);
            if (members.isEmpty()) {
                throw SchoolRecord.unknown(urn, reads);
            }
            List<Spell> all = reads.list(spells, HistoryRows::spell);
            List<Succession> successions = reads.list(links, HistoryRows::succession);
            Histories histories = new Histories(
                    members.stream().map(Member::life).toList(),
                    all,
                    successions,
                    reads.list(renamings, HistoryRows::renaming));
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("urn", urn);
            data.put("lineage", members.get(0).lineage());
            data.put("schools", members.stream().map(Member::fields).toList());
            data.put("links", successions.stream().map(SchoolHistory::link).toList());
            data.put("spells", all.stream().map(SchoolHistory::spell).toList());
            data.put("events", events(histories));
            return new Answer.Item(data);
        });
    }

    private record Member(
            SchoolLife life,
            Map<String, @Nullable Object> fields,
            @Nullable Object lineage) {}

    private static Member member(Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Column column : MEMBER) {
            fields.put(column.name(), row.get(column.name()));
        }
        return new Member(HistoryRows.life(row), fields, row.get("lineage"));
    }

    private static Map<String, @Nullable Object> link(Succession succession) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("fromUrn", succession.fromUrn());
        fields.put("fromName", succession.fromName());
        fields.put("toUrn", succession.toUrn());
        fields.put("toName", succession.toName());
        fields.put("on", succession.on());
        fields.put("kind", succession.kind());
        fields.put("registerType", succession.registerType());
        return fields;
    }

    private static Map<String, @Nullable Object> spell(Spell spell) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("urn", spell.urn());
        fields.put("relation", spell.relation());
        fields.put("body", spell.body());
        fields.put("from", spell.from());
        fields.put("to", spell.to());
        fields.put("role", spell.role());
        fields.put("basis", spell.basis());
        fields.put("source", spell.source());
        fields.put("fromObservedAfter", spell.fromObservedAfter());
        fields.put("toObservedAfter", spell.toObservedAfter());
        return fields;
    }

    private static List<Map<String, @Nullable Object>> events(Histories histories) {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        for (SchoolEvent event : SchoolEvents.of(histories)) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("date", event.date());
            fields.put("event", event.kind().word());
            fields.put("urn", event.urn());
            fields.put("name", event.name());
            fields.put("otherUrn", event.otherUrn());
            fields.put("from", event.from());
            fields.put("to", event.to());
            fields.put("observedAfter", event.observedAfter());
            fields.put("basis", event.basis());
            fields.put("source", event.source());
            fields.put("formerName", event.formerName());
            events.add(fields);
        }
        return events;
    }
}
