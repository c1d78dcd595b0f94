package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.release.NewRelease;
import uk.middletier.release.Releases;

/** Files that cannot be imported: what is said of each, and that the old release stays as it is. */
class BadInputTest {
    private static final String NAME = "edubasealldata20250105.csv";
    private static final String HEADER = "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),"
            + "TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate";
    private static final String GOOD = row("100001", "01-09-2000");
    private static final String KNOWN = ". Known are: the register of schools (edubasealldata), ";
    private static final String DOWNLOADS = "https://get-information-schools.service.gov.uk/Downloads.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private OldRelease old;

    @BeforeEach
    void publishTheOldRelease() throws IOException {
        data = folder.resolve("data");
        old = OldRelease.in(data);
    }

    /** A file and what has to be said of it, in which {@code FILE} stands for its path. */
    record Bad(String what, String name, Supplier<byte[]> bytes, List<String> said) {
        Bad(String what, String name, String text, String... said) {
            this(what, name, () -> text.getBytes(StandardCharsets.UTF_8), List.of(said));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> filesThatAreNotWhatTheyShouldBe() throws IOException {
        byte[] packed = gzip(table(manyRows()));
        byte[] archive = zip(Map.of(NAME, table(manyRows())));
        byte[] unknown = zip(Map.of("readme.txt", "hello", "other.csv", "a,b\n1,2\n"));
        byte[] nameless = zip(Map.of("a\0b.csv", "a,b\n1,2\n", NAME, table(GOOD)));
        byte[] broken = zip(Map.of(NAME, table(GOOD), "alllinksdata20250105.csv", "<html>"));
        return Stream.of(
                new Bad("not a CSV but a PDF", NAME, "%PDF-1.7 x", "FILE is a PDF document" + KNOWN, DOWNLOADS),
                new Bad("a page to log in", NAME, "<!DOCTYPE html><p>Sign in", "FILE is a web page" + KNOWN, DOWNLOADS),
                new Bad("a photograph", NAME, "\u0000\u0001\u0002", "FILE is binary" + KNOWN),
                new Bad("some other CSV", "x20250105.csv", "a,b\n1,2\n", "FILE is of no known kind", KNOWN, DOWNLOADS),
                new Bad("an empty file", NAME, "", "FILE is empty" + KNOWN, DOWNLOADS),
                new Bad(
                        "nothing but a header",
                        NAME,
                        HEADER + "\r\n",
                        "FILE is empty: it has the header of the register of schools and no rows. Download it again from "
                                + DOWNLOADS),
                new Bad(
                        "no URN",
                        NAME,
                        table(GOOD).replace("URN,", "Id,"),
                        "FILE looks like the register of schools (edubasealldata) but has no column 'URN'.",
                        "Give the file as it is published at ",
                        ", or name the column so."),
                new Bad(
                        "a gzip cut short",
                        NAME + ".gz",
                        () -> Arrays.copyOf(packed, packed.length / 2),
                        List.of("FILE cannot be unpacked: it is cut short or damaged", "Download or copy it again.")),
                new Bad(
                        "a zip cut short",
                        "extract.zip",
                        () -> Arrays.copyOf(archive, archive.length / 2),
                        List.of("FILE cannot be unpacked: it is cut short or damaged", "Download or copy it again.")),
                new Bad(
                        "a zip without a known file",
                        "extract.zip",
                        () -> unknown,
                        List.of("FILE holds no known file" + KNOWN, DOWNLOADS)),
                new Bad(
                        "a zip with a name that is none",
                        "extract.zip",
                        () -> nameless,
                        List.of("FILE holds something whose name is that of no file: ", "Pack it anew.")),
                new Bad(
                        "a zip with a broken download",
                        "extract.zip",
                        () -> broken,
                        List.of(
                                "FILE!alllinksdata20250105.csv is called like one of the downloads, but it is a web page.")),
                new Bad(
                        "no day in the name",
                        "register.csv",
                        table(GOOD),
                        "The name of FILE does not hold the day of its extract",
                        "Give it with --extract-date yyyy-mm-dd."),
                new Bad(
                        "no register among the files",
                        "links20250105.csv",
                        "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n1,2,A,Successor,\n",
                        "None of the files is a register of schools",
                        "download \"Establishment fields CSV\" and import it together with the others."),
                new Bad(
                        "a quotation mark too many",
                        NAME,
                        table(GOOD, "100002,919,Hertfordshire,\"The Grove,01,Community school,Open,,"),
                        "FILE is not well formed: ",
                        "line 3",
                        "Look for a quotation mark too many."));
    }

    @ParameterizedTest
    @MethodSource("filesThatAreNotWhatTheyShouldBe")
    void fileIsNamedWithWhatIsWrongAndWhatWouldDo(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name), bad.bytes.get());

        Run run = importing(file);

        assertFailed(run);
        assertThat(lastLine(run))
                .contains(bad.said.stream()
                        .map(said -> said.replace("FILE", file.toString()))
                        .toList());
        assertThat(data.resolve(ImportRun.REFUSED_ISSUES)).doesNotExist();
        old.assertUntouched();
    }

    static Stream<Bad> rowsThatCannotBeRight() {
        return Stream.of(
                new Bad(
                        "too few fields",
                        NAME,
                        table(GOOD, "100002,919,Hertfordshire"),
                        "ROW_TOO_SHORT: A row has another number of fields than the header.",
                        NAME + ", line 3: 3 fields under a header of 9"),
                new Bad(
                        "too many fields",
                        NAME,
                        table(GOOD, row("100002", "") + ",,"),
                        NAME + ", line 3: 11 fields under a header of 9"),
                new Bad(
                        "a day that is none",
                        NAME,
                        table(GOOD, row("100002", "31-02-2019")),
                        "DATE_IMPOSSIBLE: A date is not a day of the calendar or not in a known form.",
                        NAME + ", line 3: OpenDate '31-02-2019'"),
                new Bad(
                        "a date by its words",
                        NAME,
                        table(GOOD, row("100002", "1 May 2019")),
                        NAME + ", line 3: OpenDate '1 May 2019'"),
                new Bad(
                        "a URN twice",
                        NAME,
                        table(GOOD, row("100002", ""), GOOD),
                        "URN_DUPLICATE: Two rows of one file have the same unique reference number.",
                        NAME + ", line 4: URN '100001'"),
                new Bad("no URN in a row", NAME, table(GOOD, row("", "")), NAME + ", line 3: URN ''"),
                new Bad(
                        "no whole row at all",
                        NAME,
                        table("100002,919,Hertfordshire"),
                        NAME + ", line 2: 3 fields under a header of 9",
                        "No row of the register of schools could be used: " + NAME + "."));
    }

    @ParameterizedTest
    @MethodSource("rowsThatCannotBeRight")
    void rowIsNamedWithFileLineAndColumn(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name), bad.bytes.get());

        Run run = importing(file);

        assertFailed(run);
        Path list = data.resolve(ImportRun.REFUSED_ISSUES);
        assertThat(run.err())
                .contains("middletier: nothing was imported, because the sources are broken in 1 place.")
                .contains(bad.said)
                .endsWith("Mend them (all are listed in " + list
                        + "), or import without the rows and values concerned: --allow-errors.\n");
        assertThat(Files.readAllLines(list)).hasSize(2);
        old.assertUntouched();
    }

    @Test
    void thirtyBrokenRows_areShownInPart_andListedInFull() throws IOException {
        List<String> rows = new ArrayList<>(List.of(GOOD, GOOD));
        for (int urn = 0; urn < 30; urn++) {
            rows.add(row(String.valueOf(200_000 + urn), "30-02-2001"));
        }
        Path file = Files.writeString(folder.resolve(NAME), table(rows.toArray(String[]::new)));

        Run run = importing(file);

        assertFailed(run);
        assertThat(run.err())
                .contains("broken in 31 places.")
                .contains(NAME + ", line 13: OpenDate '30-02-2001'\n    and 20 more\n")
                .doesNotContain("line 14:")
                .contains("URN_DUPLICATE");
        assertThat(Files.readAllLines(data.resolve(ImportRun.REFUSED_ISSUES)))
                .hasSize(32)
                .startsWith("code,severity,file,line,subject,found,done")
                .contains("URN_DUPLICATE,ERROR," + NAME + ",3,school:100001,URN '100001',the row is left out")
                .contains("DATE_IMPOSSIBLE,ERROR," + NAME + ",33,school:200029,OpenDate '30-02-2001',left out");
        old.assertUntouched();
    }

    @Test
    void brokenRowsBeforeAFileThatBreaksOff_areToldWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), table("100002,919", "100003,919,\"x"));

        Run run = importing(file);

        assertFailed(run);
        assertThat(run.err())
                .contains(NAME + ", line 2: 2 fields under a header of 9")
                .contains(file + " is not well formed: ");
        old.assertUntouched();
    }

    @Test
    void registerWithoutAnyWholeRow_isRefusedEvenIfErrorsAreAllowed() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), table("100002,919"));

        Run run = Run.of("import", "--allow-errors", "--data", data.toString(), file.toString());

        assertFailed(run);
        assertThat(run.err())
                .contains("No row of the register of schools could be used: " + NAME + ".")
                .endsWith("Mend them (all are listed in " + data.resolve(ImportRun.REFUSED_ISSUES) + ").\n");
        old.assertUntouched();
    }

    @Test
    void pathThatIsNotThere_isNamed_andSoIsAFolderWithNothingInIt() throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(lastLine(importing(missing))).isEqualTo("middletier: " + missing + " does not exist.");
        assertThat(lastLine(importing(empty))).startsWith("middletier: " + empty + " holds no known file" + KNOWN);
        assertThat(importing(missing).exit()).isEqualTo(1);
        old.assertUntouched();
    }

    @Test
    void firstImportEver_thatFails_leavesNoRelease() throws IOException {
        Path fresh = folder.resolve("fresh");
        Path file = Files.writeString(folder.resolve(NAME), table(GOOD, GOOD));

        Run run = Run.of("import", "--data", fresh.toString(), file.toString());

        assertFailed(run);
        assertThat(fresh.resolve("releases")).isEmptyDirectory();
        assertThat(fresh.resolve("current")).doesNotExist();
        Run status = Run.of("status", "--data", fresh.toString());
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.err())
                .isEqualTo("middletier: no release in " + fresh + " yet; make one: middletier import PATH…\n");
    }

    @Test
    void secondImportAtOnce_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), table(GOOD));
        try (NewRelease first = new Releases(data).begin()) {
            Run run = importing(file);

            assertFailed(run);
            assertThat(lastLine(run))
                    .isEqualTo("middletier: another import into " + data + " is running (it holds "
                            + data.resolve("import.lock") + "); wait for it or end it");
            assertThat(first.issuesCsv().getParent()).isDirectory();
        }
        old.assertUntouched();
    }

    @Test
    void dataFolderThatCannotBe_isNamedWithTheReasonAndWhatWouldDo() throws IOException {
        Path good = Files.writeString(folder.resolve(NAME), table(GOOD));
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path inTheWay = Files.createDirectory(folder.resolve("other"));
        Files.writeString(inTheWay.resolve("releases"), "x");
        String remedy = "; make room or make it writable, or choose another folder with --data";

        Run below = Run.of("import", "--data", file.resolve("data").toString(), good.toString());
        Run instead = Run.of("import", "--data", inTheWay.toString(), good.toString());

        assertFailed(below);
        assertThat(lastLine(below))
                .startsWith("middletier: cannot write " + file.resolve("data") + ": ")
                .endsWith(remedy);
        assertFailed(instead);
        assertThat(lastLine(instead))
                .isEqualTo("middletier: cannot write " + inTheWay + ": a file is in its way: "
                        + inTheWay.resolve("releases") + remedy);
    }

    @Test
    void dataFolderThatMayNotBeWritten_isNamed() throws IOException {
        Path good = Files.writeString(folder.resolve(NAME), table(GOOD));
        File readOnly = data.toFile();
        assumeTrue(readOnly.setWritable(false) && !Files.isWritable(data), "the superuser may write everywhere");
        try {
            Run run = importing(good);

            assertFailed(run);
            assertThat(lastLine(run))
                    .contains("cannot write " + data + ": permission denied; make room or make it writable");
        } finally {
            assertThat(readOnly.setWritable(true)).isTrue();
        }
        old.assertUntouched();
    }

    private Run importing(Path file) {
        return Run.of("import", "--data", data.toString(), file.toString());
    }

    private static void assertFailed(Run run) {
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("middletier: ").doesNotContain("\tat ").doesNotContain("Exception");
    }

    private static String lastLine(Run run) {
        List<String> lines = run.err().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String table(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private static String row(String urn, String opened) {
        return urn + ",919,Hertfordshire,School " + urn + ",01,Community school,Open," + opened + ",";
    }

    /** Enough, and different enough, for half of it packed to end in the middle of a row. */
    private static String[] manyRows() {
        Random random = new Random(1);
        return random.ints(200, 200_000, 900_000)
                .mapToObj(urn -> row(String.valueOf(urn), ""))
                .toArray(String[]::new);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
