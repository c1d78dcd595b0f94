package uk.middletier.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.measure.Overlap;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** {@code /v1/overlap}: which bodies have schools in which areas. */
final class OverlapTable {
    /** What a row is. */
    private enum Shape {
        MATRIX(
                "matrix",
                Column.ref("area"),
                Column.ref("body"),
                Column.integer("schools"),
                Column.decimal("shareOfArea"),
                Column.decimal("shareOfBody")),
        AREAS("areas", Column.ref("area"), Column.integer("schools"), Column.integer("bodies")),
        BODIES("bodies", Column.ref("body"), Column.integer("schools"), Column.integer("areas")),
        PAIRS("pairs", Column.ref("areaA"), Column.ref("areaB"), Column.integer("shared"), Column.decimal("jaccard"));

        private final String word;

        @SuppressWarnings("ImmutableEnumChecker") // a list of records that does not change
        private final List<Column> columns;

        Shape(String word, Column... columns) {
            this.word = word;
            this.columns = List.of(columns);
        }

        static Shape of(String word) {
            return Arrays.stream(values())
                    .filter(shape -> shape.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        /** Shares are of something that may be nothing. */
        Schema schema() {
            return Schema.rows(
                    columns,
                    columns.stream()
                            .filter(column -> column.type() != Column.Type.DECIMAL)
                            .map(Column::name)
                            .toArray(String[]::new));
        }

        Stream<List<@Nullable Object>> rows(Overlap overlap, Tier tier) {
            return switch (this) {
                case MATRIX ->
                    overlap.matrix().stream()
                            .map(cell -> Arrays.asList(
                                    tier.ref(cell.area()),
                                    tier.ref(cell.body()),
                                    cell.schools(),
                                    cell.shareOfArea(),
                                    cell.shareOfBody()));
                case AREAS ->
                    overlap.areas().stream()
                            .map(area -> Arrays.asList(tier.ref(area.area()), area.schools(), area.bodies()));
                case BODIES ->
                    overlap.bodies().stream()
                            .map(body -> Arrays.asList(tier.ref(body.body()), body.schools(), body.areas()));
                case PAIRS ->
                    overlap.pairs().stream()
                            .map(pair -> Arrays.asList(
                                    tier.ref(pair.areaA()), tier.ref(pair.areaB()), pair.shared(), pair.jaccard()));
            };
        }
    }

    static final Route ROUTE = Route.table(
                    "/v1/overlap",
                    "overlap",
                    "which bodies have schools in which areas on a day, and which areas share bodies",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.choice("by", AreaKind.LOCAL_AUTHORITY.word(), AreaList.KINDS, "the kind of area"),
                            Parameter.anyOf(
                                    "kind",
                                    SpreadTable.KINDS,
                                    List.of(BodyKind.MULTI_ACADEMY_TRUST.word(), BodyKind.SINGLE_ACADEMY_TRUST.word()),
                                    "bodies of this kind"),
                            Parameter.AREA,
                            Parameter.PHASE,
                            Parameter.SCOPE,
                            Parameter.choice(
                                    "shape",
                                    Shape.MATRIX.word,
                                    Arrays.stream(Shape.values())
                                            .map(shape -> shape.word)
                                            .toList(),
                                    "a row for each body in each area, each area, each body, or each two areas that share one")),
                    OverlapTable::plan)
            .giving(Schema.either(
                    Arrays.stream(Shape.values()).map(Shape::schema).toArray(Schema[]::new)));

    private OverlapTable() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        parameters
                .texts("kind")
                .forEach(word -> kinds.add(BodyKind.findWord(word).orElseThrow()));
        AreaKind by = AreaKind.find(parameters.word("by")).orElseThrow();
        Scope scope = Scope.find(parameters.word("scope")).orElseThrow();
        List<String> phases = parameters.texts("phase");
        Vocabulary.Area area = parameters.area();
        Overlap.Question asked = new Overlap.Question(
                by,
                kinds,
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                timeline.counted(new Filter(phases, scope)),
                Days.of(parameters.asOf()));
        OverlapStatements.Schools schools =
                new OverlapStatements.Schools(SchoolList.areaFilter(parameters), phases, scope, parameters.asOf());
        List<BodyKind> listed = List.copyOf(kinds);
        Shape shape = Shape.of(parameters.word("shape"));
        return new Plan(
                List.of(
                        OverlapStatements.matrix(by, listed, schools),
                        OverlapStatements.areas(by, schools),
                        OverlapStatements.bodies(listed, schools)),
                reads -> new Answer.Table(
                        shape.columns,
                        TableRows.of(question.page().of(shape.rows(Overlap.of(timeline, asked), timeline.tier())))));
    }
}
