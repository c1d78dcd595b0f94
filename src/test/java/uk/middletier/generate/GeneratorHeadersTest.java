package uk.middletier.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Compares with the published files, where they are to be had. */
class GeneratorHeadersTest {
    private static final Path GIAS = Path.of(System.getProperty("middletier.realData", "../shared/data"), "gias");

    @Test
    void register_hasThePublishedColumns() throws IOException {
        assertThat(Headers.REGISTER).isEqualTo(published("edubasealldata20250105.csv.gz"));
    }

    @Test
    void links_haveThePublishedColumns() throws IOException {
        assertThat(Headers.LINKS).isEqualTo(published("links_edubasealldata20241028.csv"));
    }

    @Test
    void groups_haveThePublishedColumns() throws IOException {
        assertThat(Headers.GROUPS).isEqualTo(published("allgroupsdata20260113.csv"));
    }

    @Test
    void groupLinks_haveThePublishedColumnsWithoutTheNamelessOneOfTheirSecondSaving() throws IOException {
        List<String> saved = published("alllinksdata20220831.csv");
        assertThat(Headers.GROUP_LINKS).isEqualTo(saved.subList(1, saved.size()));
    }

    @Test
    void membership_hasThePublishedColumns() throws IOException {
        assertThat(Headers.MEMBERSHIP).isEqualTo(published("academiesmatmembership20250105.csv"));
    }

    private static List<String> published(String name) throws IOException {
        Path file = GIAS.resolve(name);
        assumeTrue(Files.exists(file), () -> "no published file " + file);
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<CsvRecord> reader =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return reader.iterator().next().getFields();
        }
    }
}
