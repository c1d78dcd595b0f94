package uk.middletier.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds a register of a few rows, each a sound school but for the fields a test is about. */
final class RegisterFile {
    static final String NAME = "edubasealldata20241028.csv";

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** Adds a school that differs in these fields: column, value, column, value, … */
    RegisterFile school(String... fields) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("URN", Integer.toString(100_000 + rows.size()));
        row.put("LA (code)", "201");
        row.put("LA (name)", "City of London");
        row.put("EstablishmentName", "The Aldgate School");
        row.put("TypeOfEstablishment (code)", "02");
        row.put("TypeOfEstablishment (name)", "Voluntary aided school");
        row.put("EstablishmentStatus (name)", "Open");
        row.put("OpenDate", "");
        row.put("CloseDate", "");
        for (int i = 0; i < fields.length; i += 2) {
            row.put(fields[i], fields[i + 1]);
        }
        rows.add(row);
        return this;
    }

    String text() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringBuilder text = new StringBuilder(line(columns));
        rows.forEach(row -> text.append(
                line(columns.stream().map(c -> row.getOrDefault(c, "")).toList())));
        return text.toString();
    }

    Path writeTo(Path folder) {
        return write(folder.resolve(NAME), text(), StandardCharsets.UTF_8);
    }

    static Path write(Path file, String text, Charset charset) {
        try {
            return Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Iterable<String> fields) {
        List<String> quoted = new ArrayList<>();
        fields.forEach(field -> quoted.add('"' + field.replace("\"", "\"\"") + '"'));
        return quoted.stream().collect(Collectors.joining(",")) + "\r\n";
    }
}
