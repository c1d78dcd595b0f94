package uk.middletier.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.PatchworkStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Patchwork;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

/** {@code /v1/patchwork}: where every school is and who governed it through all time, for a map that moves in time. */
final class PatchworkTable {
    private static final Parameter FROM = Parameter.optional(
            "from",
            new ParameterType.Day(),
            "only spells that still held on this day, or began later; all of the record if it is absent");
    private static final Parameter TO = new Parameter(
            "to", new ParameterType.Day(), false, Parameter.EXTRACT_DATE, "only spells that began by this day");
    private static final Parameter NAMES = Parameter.choice(
            "names", "false", List.of("false", "true"), "whether JSON has the names of schools; rows always have");

    private static final List<Column> COLUMNS = List.of(
            Column.integer("urn"),
            Column.text("name"),
            Column.decimal("longitude"),
            Column.decimal("latitude"),
            Column.text("phase"),
            Column.date("from"),
            Column.date("to"),
            Column.ref("body"),
            Column.ref("area"),
            Column.text("sector"));

    static final Route ROUTE = Route.measured(
                    "/v1/patchwork",
                    "patchwork",
                    "where every school is and who governed it through all time, in columns",
                    List.of(FROM, TO, Parameter.AREA, Parameter.PHASE, Parameter.SCOPE, NAMES),
                    PatchworkTable::plan)
            .giving(PatchworkColumns.SCHEMA);

    private PatchworkTable() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Optional<LocalDate> from = parameters.findDay(FROM.name());
        LocalDate to = parameters.day(TO.name());
        from.ifPresent(day -> Window.of(day, to));
        Vocabulary.Area area = parameters.area();
        Filter filter = EventList.filter(parameters);
        Patchwork.Question asked =
                new Patchwork.Question(from.orElse(null), to, area == null ? null : area.id(), filter);
        Timeline timeline = question.release().timeline();
        boolean names = Boolean.parseBoolean(parameters.word(NAMES.name()));
        return Plan.of(
                PatchworkStatements.spells(
                        from.orElse(null), to, SchoolList.areaFilter(parameters), filter.phases(), filter.scope()),
                reads -> {
                    Patchwork patchwork = Patchwork.of(timeline, asked);
                    return new Answer.Packed(
                            () -> new PatchworkColumns(timeline, patchwork).data(names),
                            patchwork.size(),
                            COLUMNS,
                            () -> TableRows.of(IntStream.range(0, patchwork.size())
                                    .mapToObj(spell -> cells(timeline, patchwork, spell))
                                    .iterator()));
                });
    }

    private static List<@Nullable Object> cells(Timeline timeline, Patchwork patchwork, int spell) {
        Schools schools = timeline.schools();
        int school = patchwork.school(spell);
        int body = patchwork.body(spell);
        int area = patchwork.area(spell);
        return Arrays.asList(
                schools.urn(school),
                schools.name(school),
                PatchworkColumns.rounded(schools.longitude(school)),
                PatchworkColumns.rounded(schools.latitude(school)),
                PatchworkColumns.phase(schools, school),
                Days.date(patchwork.from(spell)),
                Days.date(patchwork.to(spell)),
                body == Patchwork.UNKNOWN ? null : timeline.tier().ref(body),
                area == Patchwork.UNKNOWN ? null : timeline.tier().ref(area),
                patchwork.sector(spell).word());
    }
}
