package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static final String LINKS = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n1,2,A,Successor,\r\n";
    private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 28);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LINKS;               URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
                "LINKS;               LinkEstablishedDate,Extra,LinkType,LinkURN,URN",
                "GROUPS;              Group UID,Group Name,Group Type,Closed Date,Open date,Incorporated on (open"
                        + " date),Group Status",
                "ALL_GROUP_LINKS;     ,URN,Group UID,Group Name,Group Type,Closed Date,Open date,Incorporated on (open"
                        + " date),Group Status,Joined date",
                "ACADEMY_GROUP_LINKS; URN,Linked UID,Group Name,Group Type,Joined date",
                "MEMBERSHIP_HISTORY;  URN,EstablishmentName,Group UID,Group Name,Group Type,Date joined group,Date"
                        + " left group",
                "REGISTER;            CloseDate,OpenDate,EstablishmentStatus (name),TypeOfEstablishment"
                        + " (name),TypeOfEstablishment (code),EstablishmentName,LA (name),LA (code),URN",
            })
    void kindIsToldByTheHeader_whateverTheNameAndTheOrder(SourceKind kind, String header) {
        Path file = write("download (3) 20241028.txt", header + "\r\n1,2,3\r\n");

        Source source = single(file);

        assertThat(source.kind()).isEqualTo(kind);
        assertThat(source.extractDate()).isEqualTo(OCTOBER);
        assertThat(source.name()).isEqualTo("download (3) 20241028.txt");
    }

    @Test
    void columnThatIsNeededAndMissing_isNamedWithTheFile() {
        Path file = write(
                "edubasealldata20241028.csv", new RegisterFile().school().text().replace("\"URN\"", "\"Id\""));

        assertThatThrownBy(() -> recognise(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("looks like the register of schools (edubasealldata)")
                .hasMessageContaining("has no column 'URN'");
    }

    @Test
    void groupLinksWithoutUrn_areNotTakenForTheListOfGroups() {
        Path file = write(
                "alllinksdata20220331.csv",
                "Group UID,Group Name,Group Type,Closed Date,Open date,Incorporated on (open date),Group Status,Joined"
                        + " date\n"
                        + "1,2\n");

        assertThatThrownBy(() -> recognise(file)).hasMessageContaining("(alllinksdata) but has no column 'URN'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%PDF-1.7 x;                 is a PDF document",
                "<!DOCTYPE html><p>Sign in;  is a web page",
                "{\"a\": 1};                 is XML or JSON",
                "a,b,c;                      is of no known kind",
                "'';                         is empty",
            })
    void fileOfNoKnownKindGivenByName_isRefusedWithTheKnownKinds(String content, String reason) {
        Path file = write("x20241028.csv", content);

        assertThatThrownBy(() -> recognise(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file + " " + reason)
                .hasMessageContaining("edubasealldata")
                .hasMessageContaining(Layout.DOWNLOADS);
    }

    @Test
    void binaryFilesAndUtf16_areRefused() throws IOException {
        Path binary = Files.write(folder.resolve("x.csv"), new byte[] {'U', 'R', 'N', 0, 1, 2});
        Path utf16 = Files.write(folder.resolve("y.csv"), LINKS.getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> recognise(binary)).hasMessageContaining("is binary");
        assertThatThrownBy(() -> recognise(utf16)).hasMessageContaining("is in UTF-16");
    }

    @Test
    void headerWithoutRows_isEmpty() {
        Path file = write("links20241028.csv", LINKS.substring(0, LINKS.indexOf('\n') + 1) + "\r\n");

        assertThatThrownBy(() -> recognise(file))
                .hasMessageContaining("is empty")
                .hasMessageContaining("no rows");
    }

    @Test
    void fileThatIsNotThere_isSaidToBeMissing() {
        assertThatThrownBy(() -> recognise(folder.resolve("none.csv")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none.csv does not exist");
    }

    @Test
    void fileWithoutPermission_isSaidToBeSo() throws IOException {
        Path file = write("links20241028.csv", LINKS);
        Files.setPosixFilePermissions(file, Set.of());
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThatThrownBy(() -> recognise(file)).hasMessageContaining("permission denied");
    }

    @Test
    void folderBehindALink_isSearched() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        write("real/links20241028.csv", LINKS);
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(recognise(link).sources()).hasSize(1);
    }

    @Test
    void sameFilePlainAndPacked_isReadFromEachInTheSameWay() throws IOException {
        Path plain = write("links20241028.csv", LINKS);
        Path gzip = Files.write(folder.resolve("packed20241028.csv.gz"), gzip(LINKS));
        Path zip = zip("extract.zip", Map.of("data/links20241028.csv", LINKS));

        for (Path file : List.of(plain, gzip, zip)) {
            Source source = single(file);
            List<LinkRecord> links = new ArrayList<>();
            assertThat(SourceReader.readLinks(source, issue -> {}, links::add)).isEqualTo(1);
            assertThat(links).extracting(LinkRecord::linkedUrn).containsExactly(2L);
        }
        assertThat(single(gzip).name()).isEqualTo("packed20241028.csv");
        assertThat(single(zip).entry()).isEqualTo("data/links20241028.csv");
        assertThat(single(zip).sha256()).isEqualTo(single(plain).sha256());
        assertThat(single(gzip).sha256()).isNotEqualTo(single(plain).sha256());
    }

    @Test
    void fileChangedAfterItWasRecognised_isRefused() throws IOException {
        Path plain = write("links20241028.csv", LINKS);
        Path gzip = Files.write(folder.resolve("packed20241028.csv.gz"), gzip(LINKS));
        Path zip = zip("extract.zip", Map.of("data/links20241028.csv", LINKS));
        Source first = single(plain);
        Source second = single(gzip);
        Source third = single(zip);
        String changed = LINKS.replace("2", "3");

        Files.writeString(plain, changed);
        Files.write(gzip, gzip(changed));
        zip("extract.zip", Map.of("data/links20241028.csv", changed));

        for (Source source : List.of(first, second, third)) {
            assertThatThrownBy(() -> SourceReader.readLinks(source, issue -> {}, link -> {}))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith(source.path().toString())
                    .hasMessageEndingWith(
                            " was changed while it was imported. Import it again when nobody writes to it.");
        }
        Files.delete(plain);
        assertThatThrownBy(() -> SourceReader.readLinks(first, issue -> {}, link -> {}))
                .hasMessage(plain + " does not exist.");
    }

    @Test
    void whatIsNoFile_isNeverWaitedFor() throws Exception {
        write("links20241028.csv", LINKS);
        Files.createDirectories(folder.resolve("edubasealldata20241028.csv"));
        Path pipe = folder.resolve("pipe20241028.csv");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");

        assertThat(recognise(folder).sources()).hasSize(1);
        assertThatThrownBy(() -> recognise(pipe)).hasMessage(pipe + " is neither a file nor a folder.");
        assertThatThrownBy(() -> recognise(folder.resolve("edubasealldata20241028.csv")))
                .hasMessageContaining("edubasealldata20241028.csv holds no known file");
    }

    @Test
    void linkThatLeadsBack_isNamed() throws IOException {
        write("links20241028.csv", LINKS);
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder);
        Path itself = Files.createSymbolicLink(folder.resolve("itself.csv"), folder.resolve("itself.csv"));

        assertThatThrownBy(() -> recognise(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(folder + " cannot be read: the link " + loop + " leads back to a folder it lies in.");
        assertThatThrownBy(() -> recognise(itself)).hasMessage(itself + " does not exist.");
    }

    @Test
    void checksumIsThatOfTheBytesGiven() throws IOException {
        // printf '%s' "$LINKS" | sha256sum, of the text above with CR LF
        assertThat(single(write("l20241028.csv", LINKS)).sha256())
                .isEqualTo("2a986a5f5dab9e1cd9d6c0b655e5b969cddab9998c8631f51c9a1c6faf92b81f");
    }

    @Test
    void packedFileCutShort_isRefused() throws IOException {
        byte[] whole = gzip(LINKS.repeat(1000));
        Path file = Files.write(folder.resolve("links20241028.csv.gz"), Arrays.copyOf(whole, whole.length - 9));

        assertThatThrownBy(() -> recognise(file)).hasMessageContaining("cut short or damaged");
        assertThatThrownBy(() -> recognise(folder)).hasMessageContaining("cut short or damaged");
    }

    @Test
    void archiveCutShort_isRefused() throws IOException {
        byte[] whole = Files.readAllBytes(zip("whole.zip", Map.of("links20241028.csv", LINKS)));
        Path file = Files.write(folder.resolve("part.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> recognise(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("part.zip cannot be unpacked");
    }

    @Test
    void unknownFilesInAFolder_areIgnoredAndNamed() throws IOException {
        Files.createDirectories(folder.resolve("deep/.git"));
        write("README.md", "# Data");
        write(".hidden", LINKS);
        write("deep/.git/links20200101.csv", LINKS);
        write("deep/links20241028.csv", LINKS);
        zip("other.zip", Map.of("a.txt", "a"));

        Recognised recognised = recognise(folder);

        assertThat(recognised.sources()).extracting(Source::name).containsExactly("links20241028.csv");
        assertThat(recognised.ignored())
                .hasSize(2)
                .anyMatch(name -> name.contains("README.md (is of no known kind"))
                .anyMatch(name -> name.contains("other.zip (holds no known file)"));
    }

    @Test
    void folderOrArchiveWithoutAnyKnownFile_isRefused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        write("inner/README.md", "# Data");
        Path zip = zip("x.zip", Map.of("a.txt", "a"));
        Path workbook = zip("y.xlsx", Map.of("[Content_Types].xml", "<x/>"));

        assertThatThrownBy(() -> recognise(inner)).hasMessageContaining("inner holds no known file");
        assertThatThrownBy(() -> recognise(zip)).hasMessageContaining("x.zip holds no known file");
        assertThatThrownBy(() -> recognise(workbook)).hasMessageContaining("save the sheet as CSV");
    }

    @Test
    void fileCalledLikeADownloadThatIsNone_isNotPassedOver() {
        write("links20241028.csv", LINKS);
        Path failed = write("edubasealldata20241028.csv", "<html>Sign in</html>");

        assertThatThrownBy(() -> recognise(folder))
                .hasMessageContaining(failed + " is called like one of the downloads");
    }

    @ParameterizedTest
    @CsvSource({
        "links20241028.csv,         any.zip,          2024-10-28",
        "links.csv,                 extract20241028.zip, 2024-10-28",
        "links20241341.csv,         extract20241028.zip, 2024-10-28",
        "links20241341_20241028.csv, any.zip,         2024-10-28",
        "links.csv,                 any.zip,          2023-01-31",
        "links20230230.csv,         any.zip,          2023-01-31",
        "links120241028.csv,        any.zip,          2023-01-31",
    })
    void extractDateIsInTheNameOfTheFileElseOfTheArchive_elseGiven(String entry, String archive, LocalDate date)
            throws IOException {
        Path zip = zip(archive, Map.of(entry, LINKS));

        assertThat(Sources.recognise(List.of(zip), LocalDate.of(2023, 1, 31)).sources())
                .extracting(Source::extractDate)
                .containsExactly(date);
    }

    @Test
    void fileWithoutExtractDate_asksForIt() {
        Path file = write("links20241341.csv", LINKS);

        assertThatThrownBy(() -> recognise(file))
                .hasMessageContaining("links20241341.csv")
                .hasMessageContaining("--extract-date");
    }

    @Test
    void sameBytesTwice_areUsedOnce() throws IOException {
        write("links20241028.csv", LINKS);
        Files.write(folder.resolve("links20241028.csv.gz"), gzip(LINKS));

        Recognised recognised = recognise(folder);

        assertThat(recognised.sources()).hasSize(1);
        assertThat(recognised.ignored()).singleElement().asString().contains("the same as");
    }

    @Test
    void otherBytesOfTheSameKindAndDay_contradictEachOther() {
        write("links20241028.csv", LINKS);
        write("links (1) 20241028.csv", LINKS + "3,4,B,Successor,\r\n");

        assertThatThrownBy(() -> recognise(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("LINKS of 2024-10-28")
                .hasMessageContaining("links20241028.csv")
                .hasMessageContaining("links (1) 20241028.csv");
    }

    @Test
    void sourcesComeByKindThenByDay() {
        write("b20241028.csv", LINKS);
        write("a20250105.csv", LINKS + "3,4,B,Successor,\r\n");
        write("c20250105.csv", new RegisterFile().school().text());

        assertThat(recognise(folder).sources())
                .extracting(Source::name)
                .containsExactly("c20250105.csv", "b20241028.csv", "a20250105.csv");
    }

    @Test
    void encodingIsFoundOutOverTheWholeFile() throws IOException {
        String late = LINKS + "1,2,A,Successor,\r\n".repeat(20_000) + "1,2,Aret\u00e9,Successor,\r\n";
        Path utf8 = Files.write(folder.resolve("a20241028.csv"), late.getBytes(StandardCharsets.UTF_8));
        Path latin = Files.write(folder.resolve("b20241028.csv"), late.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(single(utf8).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(single(latin).charset().name()).isEqualTo("windows-1252");
    }

    private static Recognised recognise(Path path) {
        return Sources.recognise(List.of(path), null);
    }

    private static Source single(Path path) {
        List<Source> sources = recognise(path).sources();
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    private Path write(String name, String text) {
        return RegisterFile.write(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
