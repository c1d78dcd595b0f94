package uk.middletier.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local authorities of England and Wales, those before a reorganisation among them, by code. */
public final class Authorities {
    private static final String RESOURCE = "authorities.csv";

    private final Map<String, Authority> byCode = new LinkedHashMap<>();

    /** Takes them from the table that comes with the program. */
    public Authorities() {
        load().forEach(authority -> byCode.put(authority.code(), authority));
    }

    /** The authority of that code of three digits, if there is one. */
    public Optional<Authority> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them by code. */
    public List<Authority> listAll() {
        return List.copyOf(byCode.values());
    }

    /** Reads the table. */
    public static List<Authority> load() {
        try (InputStream in = Authorities.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            List<Authority> all = new ArrayList<>();
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8).forEach(record -> all.add(read(record)));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Authority read(NamedCsvRecord record) {
        String predecessors = record.getField("predecessors");
        return new Authority(
                record.getField("code"),
                record.getField("name"),
                text(record, "gss"),
                record.getField("region"),
                date(record, "from"),
                date(record, "to"),
                predecessors.isEmpty() ? List.of() : List.of(predecessors.split(" ", -1)),
                text(record, "consortium"),
                text(record, "rscRegion"));
    }

    private static @Nullable String text(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(NamedCsvRecord record, String column) {
        String text = text(record, column);
        return text == null ? null : LocalDate.parse(text);
    }
}
