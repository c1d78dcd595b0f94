package uk.middletier.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file being written row by row, cells named by their column. */
final class CsvFile implements Closeable {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final Path file;
    private final CsvWriter writer;
    private final Map<String, Integer> positions = new HashMap<>();
    private final String[] row;
    private long rows;

    private CsvFile(Path file, List<String> header, CsvWriter writer) {
        this.file = file;
        this.writer = writer;
        row = new String[header.size()];
        header.forEach(column -> positions.put(column, positions.size()));
        writer.writeRecord(header);
        clear();
    }

    /** Every cell in quotation marks and Windows-1252, as the register and the links are published. */
    static CsvFile quoted(Path file, List<String> header) throws IOException {
        return new CsvFile(
                file,
                header,
                CsvWriter.builder()
                        .quoteStrategy(QuoteStrategies.ALWAYS)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(Files.newBufferedWriter(file, WINDOWS_1252)));
    }

    /** Quotation marks only where needed. */
    static CsvFile plain(Path file, List<String> header, Charset charset) throws IOException {
        return new CsvFile(
                file,
                header,
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(Files.newBufferedWriter(file, charset)));
    }

    static CsvFile utf8(Path file, List<String> header) throws IOException {
        return plain(file, header, StandardCharsets.UTF_8);
    }

    void set(String column, String value) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        row[position] = value;
    }

    void set(String column, long value) {
        set(column, Long.toString(value));
    }

    /** The register's pair of columns for one coded value. */
    void set(String column, String code, String name) {
        set(column + " (code)", code);
        set(column + " (name)", name);
    }

    /** As dd-mm-yyyy; nothing when there is no day. */
    void set(String column, @Nullable LocalDate day) {
        set(column, day(day, '-'));
    }

    static String day(@Nullable LocalDate day, char separator) {
        if (day == null) {
            return "";
        }
        return twoDigits(day.getDayOfMonth()) + separator + twoDigits(day.getMonthValue()) + separator + day.getYear();
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    void end() {
        writer.writeRecord(row);
        rows++;
        clear();
    }

    private void clear() {
        Arrays.fill(row, "");
    }

    GeneratedFiles.Written written() {
        return new GeneratedFiles.Written(file, rows);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
