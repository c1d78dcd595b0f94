package uk.middletier.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Period;

/** The files of an example, read back as anybody else would. */
final class ExampleRows {
    final List<NamedCsvRecord> schools;
    final List<NamedCsvRecord> bodies;
    final List<NamedCsvRecord> memberships;
    final List<NamedCsvRecord> supports;
    final List<NamedCsvRecord> designations;
    final List<NamedCsvRecord> programmes;
    final List<NamedCsvRecord> observations;
    private final Map<String, NamedCsvRecord> byNumber = new HashMap<>();
    private final Map<String, NamedCsvRecord> byId = new HashMap<>();

    ExampleRows(Path folder) throws IOException {
        schools = read(folder, "schools");
        bodies = read(folder, "bodies");
        memberships = read(folder, "memberships");
        supports = read(folder, "support");
        designations = read(folder, "designations");
        programmes = read(folder, "programmes");
        observations = read(folder, "observations");
        schools.forEach(row -> byNumber.put(row.getField("school"), row));
        bodies.forEach(row -> byId.put(row.getField("id"), row));
    }

    static List<NamedCsvRecord> read(Path folder, String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(file + ".csv"), StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        }
    }

    static Period span(NamedCsvRecord row) {
        return new Period(day(row, "from"), day(row, "to"));
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    static LocalDate first(NamedCsvRecord row) {
        return Objects.requireNonNull(span(row).from());
    }

    static LocalDate end(NamedCsvRecord row) {
        return Objects.requireNonNull(span(row).to());
    }

    /** The row of the school of that number. */
    NamedCsvRecord school(String number) {
        return Objects.requireNonNull(byNumber.get(number), number);
    }

    NamedCsvRecord body(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    String kind(String body) {
        return body(body).getField("kind");
    }

    /** Bodies of a kind, whenever they were there. */
    List<NamedCsvRecord> bodies(String kind) {
        return bodies.stream().filter(row -> row.getField("kind").equals(kind)).toList();
    }

    List<NamedCsvRecord> bodies(String kind, LocalDate day) {
        return bodies(kind).stream().filter(row -> span(row).contains(day)).toList();
    }

    /** Numbers of all who ever were in the body. */
    List<String> members(NamedCsvRecord body) {
        return members(body, row -> true);
    }

    List<String> members(NamedCsvRecord body, LocalDate day) {
        return members(body, row -> span(row).contains(day));
    }

    private List<String> members(NamedCsvRecord body, Predicate<NamedCsvRecord> which) {
        return memberships.stream()
                .filter(row -> row.getField("body").equals(body.getField("id")))
                .filter(which)
                .map(row -> row.getField("school"))
                .distinct()
                .toList();
    }

    /** Bodies of a kind that the school ever was in. */
    List<String> bodiesOf(String school, String kind) {
        return memberships.stream()
                .filter(row -> row.getField("school").equals(school))
                .map(row -> row.getField("body"))
                .filter(body -> kind(body).equals(kind))
                .distinct()
                .toList();
    }

    /** How many schools are in some body of the kind on the day. */
    long inKind(String kind, LocalDate day) {
        return memberships.stream()
                .filter(row -> span(row).contains(day))
                .filter(row -> kind(row.getField("body")).equals(kind))
                .map(row -> row.getField("school"))
                .distinct()
                .count();
    }

    /** How many different values a column has among some schools. */
    long distinct(List<String> numbers, String column) {
        return numbers.stream()
                .map(number -> school(number).getField(column))
                .distinct()
                .count();
    }

    double number(String school, String column) {
        return Double.parseDouble(school(school).getField(column));
    }

    List<String> designated(String as) {
        return designations.stream()
                .filter(row -> row.getField("designation").equals(as))
                .map(row -> row.getField("school"))
                .distinct()
                .toList();
    }

    boolean academy(String school) {
        return school(school).getField("type").startsWith("Academy");
    }

    /** In percent; no number when there is nothing to take a share of. */
    static <T> double share(Stream<T> of, Predicate<T> which) {
        Map<Boolean, Long> parts = of.collect(Collectors.partitioningBy(which, Collectors.counting()));
        long yes = parts.getOrDefault(true, 0L);
        return 100.0 * yes / (yes + parts.getOrDefault(false, 0L));
    }
}
