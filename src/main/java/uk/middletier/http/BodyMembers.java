package uk.middletier.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.BodyMemberStatements;
import uk.middletier.cypher.BodyStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.graph.Row;
import uk.middletier.timeline.BodyChange;
import uk.middletier.timeline.BodyGrowth;
import uk.middletier.timeline.BodyMember;
import uk.middletier.timeline.Histories;
import uk.middletier.timeline.HistoryRows;
import uk.middletier.timeline.Spell;

/** {@code /v1/bodies/{id}/members}: every time in which a school had a part in the body, over the whole record. */
final class BodyMembers {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("urn"),
            Column.text("name"),
            Column.text("phase"),
            Column.text("relation"),
            Column.date("from"),
            Column.date("to"),
            Column.date("fromObservedAfter"),
            Column.date("toObservedAfter"),
            Column.text("came"),
            Column.ref("whence"),
            Column.text("went"),
            Column.ref("whither"),
            Column.ref("area"),
            Column.ref("region"),
            Column.integer("pupils"),
            Column.point("location"));

    static final Route ROUTE = Route.table(
                    "/v1/bodies/{id}/members",
                    "bodyMembers",
                    "every time in which a school had a part in a body: from when to when, how it came and went, where it is",
                    List.of(),
                    BodyMembers::plan)
            .giving(Schema.rows(COLUMNS, "urn", "name", "relation"));

    private static final Comparator<BodyMember> ORDER = Comparator.comparing(
                    (BodyMember member) -> member.spell().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(member -> member.school().urn())
            .thenComparing(member -> member.spell().relation());

    private BodyMembers() {}

    /** What a school is and where, whenever it is in the body. */
    private record Place(
            @Nullable Object phase,
            @Nullable Object area,
            @Nullable Object region,
            @Nullable Object pupils,
            @Nullable Object location) {
        static final Place UNKNOWN = new Place(null, null, null, null, null);

        static Place of(Row row) {
            return new Place(
                    row.get("phase"),
                    Cells.ref(row, "area"),
                    Cells.ref(row, "region"),
                    row.get("pupils"),
                    row.get("location"));
        }
    }

    private static Plan plan(Question question) {
        String id = BodyProfile.body(question).id();
        Statement lives = BodyStatements.lives(id);
        Statement spells = BodyStatements.spells(id);
        Statement links = BodyStatements.links(id);
        Statement schools =
                BodyMemberStatements.schools(id, question.release().manifest().extractDate());
        return new Plan(List.of(lives, spells, links, schools), reads -> {
            Histories histories = new Histories(
                    reads.list(lives, HistoryRows::life),
                    reads.list(spells, HistoryRows::spell),
                    reads.list(links, HistoryRows::succession));
            Map<Long, Place> places = new HashMap<>();
            // In the rare case of two authorities at once the first is as good as the other.
            reads.list(schools, row -> places.putIfAbsent(row.integer("urn"), Place.of(row)));
            List<List<@Nullable Object>> rows =
                    question
                            .page()
                            .of(BodyGrowth.members(id, histories).stream().sorted(ORDER))
                            .stream()
                            .map(member -> cells(
                                    member, places.getOrDefault(member.school().urn(), Place.UNKNOWN)))
                            .toList();
            return new Answer.Table(COLUMNS, TableRows.of(rows));
        });
    }

    private static List<@Nullable Object> cells(BodyMember member, Place place) {
        Spell spell = member.spell();
        BodyChange came = member.came();
        BodyChange went = member.went();
        return Arrays.asList(
                member.school().urn(),
                member.school().name(),
                place.phase(),
                spell.relation(),
                spell.from(),
                spell.to(),
                came == null ? spell.fromObservedAfter() : came.observedAfter(),
                went == null ? spell.toObservedAfter() : went.observedAfter(),
                came == null ? null : came.kind().word(),
                came == null ? null : came.other(),
                went == null ? null : went.kind().word(),
                went == null ? null : went.other(),
                place.area(),
                place.region(),
                place.pupils(),
                place.location());
    }
}
