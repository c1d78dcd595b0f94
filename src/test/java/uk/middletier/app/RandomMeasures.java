package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.MeasureStatements;
import uk.middletier.cypher.MeasureStatements.Question;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.http.HeldRelease;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.AreaQuestion;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.Scope;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Timeline;

/** Random questions about the measures of areas, answered three ways: by sweep, by the catalogue's Cypher, and naively. */
final class RandomMeasures {
    private static final double TOLERANCE = 1e-9;
    private static final List<AreaMeasure> ALL = Stream.of(Family.COMPOSITION, Family.TRUST_SIZES, Family.FRAGMENTATION)
            .flatMap(family -> AreaMeasures.list(family).stream())
            .toList();
    private static final List<AreaKind> KINDS = List.of(
            AreaKind.LOCAL_AUTHORITY,
            AreaKind.LOCAL_AUTHORITY,
            AreaKind.LOCAL_AUTHORITY,
            AreaKind.REGION,
            AreaKind.COUNTRY,
            AreaKind.CONSORTIUM,
            AreaKind.RSC_REGION,
            AreaKind.DIOCESE,
            AreaKind.CONSTITUENCY);

    private final GraphStore store;
    private final Timeline timeline;
    private final NaiveMeasures naive;
    private final Random random;

    RandomMeasures(HeldRelease release, long seed) {
        System.out.println("seed " + seed);
        this.store = release.store();
        this.timeline = release.timeline();
        this.naive = new NaiveMeasures(store);
        this.random = new Random(seed);
    }

    /** Every value of every measure of every area, three times each; how many were compared. */
    int compare(int questions) {
        int compared = 0;
        for (int i = 0; i < questions; i++) {
            compared += compare(question());
        }
        System.out.println(questions + " questions, " + compared + " values compared three ways");
        return compared;
    }

    private Question question() {
        LocalDate day = LocalDate.ofEpochDay(random.nextLong(
                timeline.firstDate().toEpochDay(), timeline.extractDate().toEpochDay() + 1));
        AreaFilter within = random.nextInt(3) == 0 ? area() : null;
        List<String> words = timeline.schools().phaseWords().stream()
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> phases = random.nextInt(3) == 0 ? List.of(words.get(random.nextInt(words.size()))) : List.of();
        return new Question(
                pick(KINDS.toArray(AreaKind[]::new)),
                within,
                phases,
                random.nextBoolean() ? Scope.STATE_FUNDED : pick(Scope.values()),
                pick(Weight.values()),
                random.nextBoolean() ? Partition.GOVERNANCE : pick(Partition.values()),
                random.nextInt(3) == 0 ? Geography.CURRENT : Geography.AS_WAS,
                day);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private AreaFilter area() {
        while (true) {
            var ref = timeline.tier().ref(random.nextInt(timeline.tier().size()));
            AreaKind kind = AreaKind.findLabel(ref.kind()).orElse(null);
            // Constituencies are most of the areas; the others should have their turn.
            if (kind != null && (kind != AreaKind.CONSTITUENCY || random.nextInt(10) == 0)) {
                return new AreaFilter(kind, ref.id());
            }
        }
    }

    private int compare(Question question) {
        Map<String, Map<String, @Nullable Double>> swept = swept(question);
        Map<String, Map<String, @Nullable Double>> slowly = naive.of(question);
        Map<String, Map<String, @Nullable Double>> queried = queried(question);
        List<String> differences = new ArrayList<>();
        assertThat(swept.keySet()).as(question.toString()).isEqualTo(slowly.keySet());
        int compared = 0;
        for (Map.Entry<String, Map<String, @Nullable Double>> area : slowly.entrySet()) {
            for (AreaMeasure measure : ALL) {
                String id = measure.id();
                Double expected = area.getValue().get(id);
                assertThat(area.getValue()).as("the naive reference knows").containsKey(id);
                compared++;
                Double found = swept.getOrDefault(area.getKey(), Map.of()).get(id);
                if (!same(expected, found)) {
                    differences.add(area.getKey() + " " + id + ": swept " + found + ", naively " + expected);
                }
                Map<String, @Nullable Double> row = queried.getOrDefault(area.getKey(), Map.of());
                boolean noStatement = question.geography() == Geography.CURRENT && id.equals("crossBoundaryShare");
                if (!noStatement && !(row.containsKey(id) && same(expected, row.get(id)))) {
                    differences.add(area.getKey() + " " + id + ": by Cypher " + row.get(id) + ", naively " + expected);
                }
            }
        }
        assertThat(differences.stream().limit(20)).as(question.toString()).isEmpty();
        return compared;
    }

    private static boolean same(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
    }

    private Map<String, Map<String, @Nullable Double>> swept(Question question) {
        AreaFilter within = question.within();
        AreaMeasures measures = AreaMeasures.of(
                timeline,
                new AreaQuestion(
                        new Grouping(
                                question.by(),
                                question.partition(),
                                question.geography(),
                                within == null ? null : within.id()),
                        new Filter(question.phases(), question.scope()),
                        question.weight(),
                        ALL));
        // A series goes through other days first.
        measures.advanceTo(question.asOf().minusYears(random.nextInt(5)));
        measures.advanceTo(question.asOf());
        Map<String, Map<String, @Nullable Double>> values = new TreeMap<>();
        for (int area = 0; area < measures.areas(); area++) {
            if (measures.schools(area) > 0) {
                Map<String, @Nullable Double> of = new HashMap<>();
                for (int i = 0; i < ALL.size(); i++) {
                    double value = measures.value(area, i);
                    of.put(ALL.get(i).id(), Double.isNaN(value) ? null : value);
                }
                values.put(timeline.tier().ref(measures.unit(area)).id(), of);
            }
        }
        return values;
    }

    private Map<String, Map<String, @Nullable Double>> queried(Question question) {
        Map<String, Map<String, @Nullable Double>> values = new TreeMap<>();
        List<String> ids = ALL.stream().map(AreaMeasure::id).toList();
        for (Statement statement : MeasureStatements.of(question, ids)) {
            try (Rows rows = store.read(statement, Duration.ofMinutes(2))) {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    Map<String, @Nullable Double> of =
                            values.computeIfAbsent(row.string("areaId"), none -> new HashMap<>());
                    for (String column : rows.columns()) {
                        if (ids.contains(column)) {
                            Object value = row.get(column);
                            of.put(column, value == null ? null : ((Number) value).doubleValue());
                        }
                    }
                }
            }
        }
        return values;
    }

    /** Every measure of the catalogue that is of areas has a statement. */
    static List<String> withoutStatement() {
        return ALL.stream()
                .map(AreaMeasure::id)
                .filter(id -> !MeasureStatements.ids().contains(id))
                .toList();
    }
}
