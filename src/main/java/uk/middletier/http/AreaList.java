package uk.middletier.http;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Period;

/** {@code /v1/areas}: the areas of a kind on a day, out of the release's vocabulary. */
final class AreaList {
    static final List<String> KINDS =
            Arrays.stream(AreaKind.values()).map(AreaKind::word).toList();

    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("name"),
            Column.text("kind"),
            Column.text("code"),
            Column.text("gss"),
            Column.date("from"),
            Column.date("to"));

    static final Route ROUTE = Route.table(
                    "/v1/areas",
                    "areas",
                    "authorities, regions, countries, consortia, dioceses, constituencies as they were on a day",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.choice("kind", AreaKind.LOCAL_AUTHORITY.word(), KINDS, "the kind of area"),
                            Parameter.optional("q", new ParameterType.Text(200), "part of the name, or the code")),
                    AreaList::plan)
            .giving(Schema.rows(COLUMNS, "id", "name", "kind"));

    private AreaList() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        AreaKind kind = AreaKind.find(parameters.word("kind")).orElseThrow();
        String typed = parameters.text("q");
        LocalDate day = parameters.asOf();
        Stream<Vocabulary.Area> found = question.release().vocabulary().areas().stream()
                .filter(area -> area.kind() == kind)
                .filter(area -> new Period(area.from(), area.to()).contains(day))
                .filter(area -> typed == null || matches(area, typed))
                .sorted(Comparator.comparing(Vocabulary.Area::name).thenComparing(Vocabulary.Area::id));
        List<List<@Nullable Object>> rows = question.page().of(found.map(AreaList::cells));
        return Plan.of(AreaStatements.listAll(), reads -> new Answer.Table(COLUMNS, TableRows.of(rows)));
    }

    private static boolean matches(Vocabulary.Area area, String typed) {
        return plain(area.name()).contains(plain(typed))
                || area.id().equalsIgnoreCase(typed)
                || area.codes().stream().anyMatch(typed::equalsIgnoreCase);
    }

    /** Small letters without accents: "mon" finds "Sir Ynys Môn". */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<@Nullable Object> cells(Vocabulary.Area area) {
        return Arrays.asList(
                area.id(), area.name(), area.kind().label(), area.code(), area.gss(), area.from(), area.to());
    }
}
