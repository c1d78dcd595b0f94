package uk.middletier.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.EventStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.model.Ids;
import uk.middletier.model.Ref;
import uk.middletier.model.Scope;
import uk.middletier.timeline.EventKind;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.LedgerEntry;
import uk.middletier.timeline.LedgerFilter;

/** {@code /v1/events}: all that happened to schools and bodies, in pages or as a feed. */
final class EventList {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.date("date"),
            Column.text("event"),
            Column.ref("school"),
            Column.ref("from"),
            Column.ref("to"),
            Column.ref("area"),
            Column.bool("stateFunded"),
            Column.integer("otherUrn"),
            Column.text("lineage"),
            Column.integer("schools"),
            Column.text("formerName"),
            Column.date("observedAfter"),
            Column.text("basis"),
            Column.text("source"));

    static final Parameter SCOPE = Parameter.optional(
            "scope",
            new ParameterType.Choice(
                    Arrays.stream(Scope.values()).map(Scope::word).toList()),
            "only schools of this scope");

    static final Route ROUTE = Route.feed(
                    "/v1/events",
                    "events",
                    "what happened to schools and bodies between two days, both included",
                    List.of(
                            Window.FROM,
                            Window.TO,
                            Parameter.any(
                                    "event",
                                    new ParameterType.Choice(Arrays.stream(EventKind.values())
                                            .map(EventKind::word)
                                            .toList()),
                                    "only events of this kind"),
                            Parameter.AREA,
                            Parameter.optional(
                                    "body", new ParameterType.BodyId(), "only events with this body on either side"),
                            Parameter.PHASE,
                            SCOPE,
                            Parameter.choice(
                                    "stateFunded",
                                    "true",
                                    List.of("true", "false", "any"),
                                    "of schools in the scope of every measure, or of the others")),
                    EventList::plan)
            .giving(Schema.rows(COLUMNS, "id", "date", "event", "stateFunded"));

    private EventList() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Window window = Window.of(parameters);
        Ref body = parameters.body("body");
        Vocabulary.Area area = parameters.area();
        LedgerFilter wanted = new LedgerFilter(
                window.from(),
                window.to(),
                kinds(parameters.texts("event")),
                area == null ? null : area.id(),
                body == null ? null : body.id(),
                filter(parameters),
                parameters.threeWay("stateFunded"));
        return new Plan(
                EventStatements.changes(
                        window.from(),
                        window.to(),
                        SchoolList.areaFilter(parameters),
                        body == null ? null : body.id(),
                        parameters.texts("phase")),
                reads -> answer(question, wanted));
    }

    static Filter filter(Parameters parameters) {
        String scope = parameters.text(SCOPE.name());
        return new Filter(
                parameters.texts("phase"),
                scope == null ? Scope.STATE_FUNDED : Scope.find(scope).orElseThrow());
    }

    private static Set<EventKind> kinds(List<String> words) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (words.contains(kind.word())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static Answer answer(Question question, LedgerFilter wanted) {
        Ledger ledger = question.release().timeline().ledger();
        int[] found = ledger.select(wanted);
        if (question.format() == Format.ATOM) {
            return EventFeed.of(question, ledger, found);
        }
        List<List<@Nullable Object>> rows = question
                .page()
                .of(IntStream.of(found).mapToObj(ledger::get))
                .stream()
                .map(EventList::cells)
                .toList();
        return new Answer.Table(COLUMNS, TableRows.of(rows));
    }

    private static List<@Nullable Object> cells(LedgerEntry entry) {
        Integer lineage = entry.lineage();
        return Arrays.asList(
                entry.id(),
                entry.date(),
                entry.kind().word(),
                entry.school(),
                entry.from(),
                entry.to(),
                entry.area(),
                entry.stateFunded(),
                entry.otherUrn(),
                lineage == null ? null : Ids.lineage(lineage),
                entry.schools(),
                entry.formerName(),
                entry.observedAfter(),
                entry.basis(),
                entry.source());
    }
}
