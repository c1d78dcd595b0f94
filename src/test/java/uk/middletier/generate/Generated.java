package uk.middletier.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates into a folder and reads the files back as anybody else would. */
final class Generated {
    static final LocalDate EXTRACT = LocalDate.of(2025, 1, 5);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    final GeneratedFiles files;

    Generated(Path folder, long seed, double scale, String... areas) throws IOException {
        files = new Generator(new GenerateOptions(seed, scale, Set.of(areas), EXTRACT)).writeTo(folder);
    }

    List<NamedCsvRecord> register() throws IOException {
        return rows(files.register().file(), WINDOWS_1252);
    }

    List<NamedCsvRecord> links() throws IOException {
        return rows(files.links().file(), WINDOWS_1252);
    }

    List<NamedCsvRecord> groups() throws IOException {
        return rows(files.groups().file(), StandardCharsets.UTF_8);
    }

    List<NamedCsvRecord> groupLinks() throws IOException {
        return rows(files.groupLinks().file(), WINDOWS_1252);
    }

    List<NamedCsvRecord> membership() throws IOException {
        return rows(files.membership().file(), WINDOWS_1252);
    }

    private static List<NamedCsvRecord> rows(Path file, Charset charset) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file, charset)) {
            return reader.stream().toList();
        }
    }

    static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : LocalDate.parse(text, DAY);
    }

    /** Half-open: from the first day on, until the last day given, which no longer counts. */
    static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
    }
}
