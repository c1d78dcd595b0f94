package uk.middletier.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.dataset.Authorities;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Period;

class ExamplesTest {
    private static final Path DOCUMENT = Path.of("src/site/markdown/examples.md");
    private static final long SEED = 1;
    private static final ExampleCounts COUNTS = new ExampleCounts();
    private static final Map<String, ExampleRows> ROWS = new HashMap<>();

    /** As the interface has them, written out once more. */
    private static final Map<String, String> COLUMNS = Map.of(
            "schools",
            "school,name,authority,phase,type,from,to,pupils,fsmPercent,latitude,longitude,urbanRural,religiousCharacter,"
                    + "ofstedRating,source",
            "bodies",
            "id,kind,name,formality,from,to,leadSchool,parent,programme,source",
            "memberships",
            "school,body,role,from,to,source",
            "support",
            "supporter,supported,programme,broker,depth,from,to,source",
            "designations",
            "school,designation,programme,from,to,source",
            "programmes",
            "id,name,country,from,to,source",
            "observations",
            "subject,measure,from,to,value,unit,source");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        for (String name : Examples.names()) {
            Examples.write(name, folder, SEED);
            ROWS.put(name, new ExampleRows(folder.resolve(name)));
        }
    }

    static List<Example> examples() {
        return Examples.list();
    }

    private static ExampleRows rows(Example example) {
        return Objects.requireNonNull(ROWS.get(example.name()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFileIsThere_withItsColumns(Example example) throws IOException {
        Path written = folder.resolve(example.name());

        for (Map.Entry<String, String> file : COLUMNS.entrySet()) {
            assertThat(Files.readAllLines(written.resolve(file.getKey() + ".csv"))
                            .get(0))
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files).hasSize(COLUMNS.size() + 2);
        }
        assertThat(Files.readString(written.resolve("README.md")))
                .startsWith("# " + example.title())
                .contains(example.source());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void descriptorNamesFilesColumnsLicenceAndSource(Example example) throws IOException {
        Path written = folder.resolve(example.name());
        JsonNode descriptor =
                JsonMapper.builder().build().readTree(Files.readString(written.resolve("datapackage.json")));

        assertThat(descriptor.path("name").asText()).isEqualTo("fictional-" + example.name());
        assertThat(descriptor.path("licenses").path(0).path("name").asText()).isEqualTo("CC0-1.0");
        assertThat(descriptor.path("sources").path(0).path("title").asText()).endsWith(example.source());
        assertThat(descriptor.path("resources")).hasSize(COLUMNS.size());
        for (JsonNode resource : descriptor.path("resources")) {
            List<String> fields = new ArrayList<>();
            resource.path("schema")
                    .path("fields")
                    .forEach(field -> fields.add(field.path("name").asText()));
            assertThat(Files.readAllLines(written.resolve(resource.path("path").asText()))
                            .get(0))
                    .isEqualTo(String.join(",", fields));
        }
        assertThat(descriptor.path("figures")).hasSize(example.figures().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {SEED, 2})
    void equalSeedsGiveEqualBytes(long seed, @TempDir Path one, @TempDir Path other) throws IOException {
        for (String name : Examples.names()) {
            List<Path> files = Examples.write(name, one, seed);
            Examples.write(name, other, seed);

            for (Path file : files) {
                assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 8, 13})
    void otherSeedsShowTheSameFigures(long seed, @TempDir Path other) throws IOException {
        for (Example example : Examples.list()) {
            Examples.write(example.name(), other, seed);
            ExampleRows rows = new ExampleRows(other.resolve(example.name()));

            assertThat(example.figures())
                    .as("seed %d", seed)
                    .allSatisfy(figure -> assertThat(figure.agrees(COUNTS.count(figure, rows)))
                            .isTrue());
        }
        assertThat(other.resolve("lepp-pairs/schools.csv"))
                .content()
                .isNotEqualTo(Files.readString(folder.resolve("lepp-pairs/schools.csv")));
    }

    @Test
    void numbersAndIdsAreNobodyElses() {
        List<String> numbers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        ROWS.values().forEach(rows -> {
            rows.schools.forEach(row -> numbers.add(row.getField("school")));
            rows.bodies.forEach(row -> ids.add(row.getField("id")));
            rows.programmes.forEach(row -> ids.add(row.getField("id")));
        });

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("9\\d{6}"));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everythingCitedIsDefined(Example example) {
        ExampleRows rows = rows(example);
        Set<String> schools = values(rows.schools, "school");
        Set<String> bodies = values(rows.bodies, "id");
        Set<String> programmes = values(rows.programmes, "id");
        Set<String> authorities =
                new Authorities().listAll().stream().map(known -> known.code()).collect(Collectors.toSet());
        Set<String> brokers = new HashSet<>(bodies);
        authorities.forEach(code -> brokers.add("la:" + code));
        Set<String> subjects = new HashSet<>(bodies);
        subjects.addAll(programmes);
        schools.forEach(school -> subjects.add("school:" + school));

        assertThat(authorities).containsAll(values(rows.schools, "authority"));
        assertThat(schools)
                .containsAll(values(rows.bodies, "leadSchool"))
                .containsAll(values(rows.memberships, "school"))
                .containsAll(values(rows.supports, "supporter"))
                .containsAll(values(rows.supports, "supported"))
                .containsAll(values(rows.designations, "school"));
        assertThat(bodies).containsAll(values(rows.memberships, "body")).containsAll(values(rows.bodies, "parent"));
        assertThat(programmes)
                .containsAll(values(rows.bodies, "programme"))
                .containsAll(values(rows.supports, "programme"))
                .containsAll(values(rows.designations, "programme"));
        assertThat(brokers).containsAll(values(rows.supports, "broker"));
        assertThat(subjects).containsAll(values(rows.observations, "subject"));
    }

    private static Set<String> values(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.getField(column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void spansHoldADay_andNothingOutlivesWhatItTies(Example example) {
        ExampleRows rows = rows(example);

        Stream.of(
                        rows.schools,
                        rows.bodies,
                        rows.memberships,
                        rows.supports,
                        rows.designations,
                        rows.programmes,
                        rows.observations)
                .flatMap(List::stream)
                .forEach(row -> assertThat(ExampleRows.span(row).isEmpty())
                        .as("%s", row)
                        .isFalse());
        assertThat(rows.memberships).allSatisfy(row -> {
            within(row, rows.body(row.getField("body")));
            within(row, rows.school(row.getField("school")));
        });
        assertThat(rows.designations).allSatisfy(row -> within(row, rows.school(row.getField("school"))));
        assertThat(rows.supports).allSatisfy(row -> {
            assertThat(row.getField("supporter")).isNotEqualTo(row.getField("supported"));
            within(row, rows.school(row.getField("supporter")));
            within(row, rows.school(row.getField("supported")));
        });
        Map<String, NamedCsvRecord> programmes =
                rows.programmes.stream().collect(Collectors.toMap(row -> row.getField("id"), row -> row));
        Stream.of(rows.bodies, rows.supports, rows.designations)
                .flatMap(List::stream)
                .filter(row -> !row.getField("programme").isEmpty())
                .forEach(row -> within(row, Objects.requireNonNull(programmes.get(row.getField("programme")))));
    }

    private static void within(NamedCsvRecord inner, NamedCsvRecord outer) {
        Period span = ExampleRows.span(inner);
        assertThat(ExampleRows.span(outer).intersect(span))
                .as("%s in %s", inner, outer)
                .contains(span);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void wordsAreTheModels(Example example) {
        ExampleRows rows = rows(example);

        assertThat(rows.bodies).isNotEmpty().allSatisfy(row -> {
            BodyKind kind = BodyKind.find(row.getField("kind")).orElseThrow();
            assertThat(row.getField("id")).startsWith(kind.idPrefix() + ":" + example.prefix() + "-");
            assertThat(Formality.find(row.getField("formality"))).isPresent();
        });
        assertThat(values(rows.memberships, "role")).isSubsetOf("member", "lead", "convenor", "host", "emerging");
        assertThat(rows.schools).isNotEmpty().allSatisfy(row -> {
            assertThat(Integer.parseInt(row.getField("pupils"))).isBetween(20, 5000);
            assertThat(Double.parseDouble(row.getField("fsmPercent"))).isBetween(1.0, 85.0);
            assertThat(Double.parseDouble(row.getField("latitude"))).isBetween(49.8, 55.9);
            assertThat(Double.parseDouble(row.getField("longitude"))).isBetween(-6.5, 1.8);
        });
        assertThat(rows.memberships.stream().map(NamedCsvRecord::getFields)).doesNotHaveDuplicates();
        assertThat(rows.schools.stream().map(row -> row.getField("name"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noSchoolIsInABodyTwiceAtOnce_norInTwoTrusts(Example example) {
        Map<String, List<Period>> seen = new HashMap<>();
        for (NamedCsvRecord row : rows(example).memberships) {
            String body = row.getField("body");
            String key = row.getField("school") + " " + (body.startsWith("trust:") ? "trust" : body);
            Period span = ExampleRows.span(row);
            assertThat(seen.computeIfAbsent(key, none -> new ArrayList<>()))
                    .as(key)
                    .noneMatch(span::overlaps);
            seen.get(key).add(span);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void improvementGroupsHaveFiveToTwelveSchools(Example example) {
        ExampleRows rows = rows(example);
        for (NamedCsvRecord group : rows.bodies("ImprovementGroup")) {
            List<LocalDate> changes = rows.memberships.stream()
                    .filter(row -> row.getField("body").equals(group.getField("id")))
                    .map(ExampleRows::first)
                    .distinct()
                    .toList();
            assertThat(changes)
                    .allSatisfy(day -> assertThat(rows.members(group, day))
                            .as("%s on %s", group, day)
                            .hasSizeBetween(5, 12));
        }
    }

    @Test
    void everyFigureIsCounted_andNothingElse() {
        assertThat(examples().stream()
                        .flatMap(example -> example.figures().stream())
                        .map(Figure::id))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(COUNTS.counts.keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void figuresAreAsPublished(Example example) {
        assertThat(example.figures()).isNotEmpty().allSatisfy(figure -> {
            double made = COUNTS.count(figure, rows(example));

            assertThat(figure.id()).startsWith(example.prefix() + "-");
            assertThat(figure.agrees(made)).as("%s, made %s", figure, made).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void documentHoldsFigureSourceAndWhatWasMade(Example example) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("## `" + example.name() + "`: " + example.title());
        for (Figure figure : example.figures()) {
            lines.add(String.join(
                    " | ",
                    "| " + figure.title(),
                    figure.published(),
                    made(figure, COUNTS.count(figure, rows(example))),
                    figure.day() == null ? "" : figure.day().toString(),
                    figure.source() + " |"));
        }

        assertThat(Files.readAllLines(DOCUMENT)).containsAll(lines);
    }

    private static String made(Figure figure, double made) {
        String text = made == Math.rint(made)
                ? String.format(Locale.ROOT, "%.0f", made)
                : String.format(Locale.ROOT, "%.1f", made);
        return figure.unit().equals("percent") ? text + " %" : text;
    }

    @Test
    void unknownName_isToldWithThoseThereAre() {
        assertThatThrownBy(() -> Examples.write("atlantis", folder, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atlantis")
                .hasMessageContaining("sen-consortia");
    }
}
