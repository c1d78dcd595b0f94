package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.SchoolRecordStatements;
import uk.middletier.cypher.Statement;
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
    static final Route ROUTE = Route.record(
            "/v1/schools/{urn}/history",
            "schoolHistory",
            "the lineage of a school across URNs, every spell in a body or area, and the events made from them",
            List.of(),
            Route.BY_LINEAGE,
            SchoolHistory::plan);

    private SchoolHistory() {}

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
        for (String column : List.of(
                "id",
                "urn",
                "name",
                "type",
                "group",
                "phase",
                "status",
                "from",
                "to",
                "fromKnown",
                "toKnown",
                "everOpen")) {
            fields.put(column, row.get(column));
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
