package uk.middletier.example;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an example as a folder: the overlay's files, a Frictionless descriptor, and a page for people. */
final class Folder {
    private final Example example;
    private final Draft draft;
    private final Path folder;
    private final String source;
    private final List<Path> written = new ArrayList<>();

    Folder(Example example, Draft draft, Path folder) {
        this.example = example;
        this.draft = draft;
        this.folder = folder;
        source = "made up after " + example.cite();
    }

    /** All files, in the order of their writing; those of the same names are replaced. */
    List<Path> write() throws IOException {
        Files.createDirectories(folder);
        csv(OverlayFile.SCHOOLS, draft.schools.stream().map(this::row).toList());
        csv(OverlayFile.BODIES, draft.bodies.values().stream().map(this::row).toList());
        csv(OverlayFile.MEMBERSHIPS, draft.memberships.stream().map(this::row).toList());
        csv(OverlayFile.SUPPORT, draft.supports.stream().map(this::row).toList());
        csv(OverlayFile.DESIGNATIONS, draft.designations.stream().map(this::row).toList());
        csv(OverlayFile.PROGRAMMES, draft.programmes.stream().map(this::row).toList());
        csv(OverlayFile.OBSERVATIONS, draft.observations.stream().map(this::row).toList());
        text("datapackage.json", Descriptor.of(example));
        text("README.md", Page.of(example));
        return written;
    }

    private List<String> row(School school) {
        return List.of(
                Integer.toString(school.number),
                school.drawn.name(),
                school.authority(),
                school.drawn.phase(),
                school.type,
                text(school.opened),
                "",
                Integer.toString(school.pupils),
                decimal(school.fsmPercent, 1),
                decimal(school.latitude(), 6),
                decimal(school.longitude(), 6),
                school.drawn.urbanRural(),
                school.drawn.religiousCharacter(),
                school.rating,
                source);
    }

    private List<String> row(Body body) {
        return List.of(
                body.id,
                body.kind.label(),
                body.name,
                body.formality.word(),
                text(body.life.from()),
                text(body.life.to()),
                body.lead == null ? "" : Integer.toString(body.lead.number),
                body.parent == null ? "" : body.parent.id,
                text(body.programme),
                source);
    }

    private List<String> row(Draft.Membership row) {
        return List.of(
                Integer.toString(row.school().number),
                row.body().id,
                row.role(),
                text(row.span().from()),
                text(row.span().to()),
                source);
    }

    private List<String> row(Draft.Support row) {
        return List.of(
                Integer.toString(row.supporter().number),
                Integer.toString(row.supported().number),
                text(row.programme()),
                text(row.broker()),
                row.depth(),
                text(row.span().from()),
                text(row.span().to()),
                source);
    }

    private List<String> row(Draft.Designation row) {
        return List.of(
                Integer.toString(row.school().number),
                row.designation(),
                row.programme(),
                text(row.span().from()),
                text(row.span().to()),
                source);
    }

    private List<String> row(Draft.Programme row) {
        return List.of(
                row.id(),
                row.name(),
                row.country(),
                text(row.span().from()),
                text(row.span().to()),
                source);
    }

    private List<String> row(Draft.Observation row) {
        return List.of(
                row.subject(),
                row.measure(),
                text(row.span().from()),
                text(row.span().to()),
                row.value(),
                row.unit(),
                source);
    }

    private void csv(OverlayFile file, List<List<String>> rows) throws IOException {
        Path path = folder.resolve(file.fileName());
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
            writer.writeRecord(file.columns());
            rows.forEach(writer::writeRecord);
        }
        written.add(path);
    }

    private void text(String name, String text) throws IOException {
        written.add(Files.writeString(folder.resolve(name), text));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
