package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overlays and their descriptors, as they are recognised. */
class DataPackageTest {
    private static final String MEMBERS = "school,body,role,from,to,source\n1,group:g,member,2014-01-01,2016-09-01,S\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void members() throws IOException {
        Files.writeString(folder.resolve("memberships.csv"), MEMBERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "OVERLAY_SCHOOLS;      school,name,authority,phase,type,source",
                "OVERLAY_BODIES;       source,to,from,name,kind,id",
                "OVERLAY_MEMBERSHIPS;  school,body,role,from,to,source",
                "OVERLAY_SUPPORT;      supporter,supported,programme,broker,depth,from,to,source",
                "OVERLAY_DESIGNATIONS; school,designation,programme,from,to,source",
                "OVERLAY_PROGRAMMES;   id,name,country,from,to,source",
                "OVERLAY_OBSERVATIONS; subject,measure,from,to,value,unit,source",
                "TEACHING_SCHOOLS;     Alliance Name,Teaching School,URN,Region,Local Authority,RSC,Type",
                "RSC_REGIONS;          Local Authority,RSC,Region",
                "AUTHORITY_TABLE;      new_la_code,la_name,date_of_operation,date_of_termination,status,old_la_code",
                "AUTHORITY_HIERARCHY;  region_code,region_name,old_la_code,la_name,new_la_code",
            })
    void kindIsToldByTheHeader(SourceKind kind, String header) throws IOException {
        Path file = Files.writeString(folder.resolve("x20240101.txt"), header + "\n");
        assertThat(Sources.recognise(List.of(file), null).sources())
                .extracting(Source::kind)
                .containsExactly(kind);
    }

    @Test
    void descriptorNamesTheDataSet_itsSourcesAndItsLicence() throws IOException {
        describe("""
                {"name": "fictional-system", "title": "A system", "licenses": [{"name": "CC0-1.0"}],
                 "sources": [{"title": "Author 2018"}, {"title": "Report"}],
                 "resources": [{"path": "memberships.csv",
                   "schema": {"fields": [{"name": "school"}, {"name": "body"}]}}]}""");

        Source source = Sources.recognise(List.of(folder), null).sources().get(0);

        assertThat(source.name()).isEqualTo("fictional-system/memberships.csv");
        assertThat(source.publisher()).isEqualTo("Author 2018; Report");
        assertThat(source.licence()).isEqualTo("CC0-1.0");
        assertThat(source.madeUp()).isTrue();
        assertThat(source.extractDate()).as("the latest day in it").isEqualTo("2016-09-01");
        assertThat(Sources.recognise(List.of(folder.resolve("datapackage.json")), LocalDate.of(2020, 1, 1))
                        .sources())
                .extracting(Source::name, Source::extractDate)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "fictional-system/memberships.csv", LocalDate.of(2020, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"resources\": [{\"path\": \"nowhere.csv\"}]}|names nowhere.csv, which is not there",
                "{\"name\": \"a\", \"resources\": [{\"path\": \"../x.csv\"}]}|whose path is not that of a file beside",
                "{\"name\": \"a\", \"resources\": []}|has no resources",
                "{\"name\": \"a b\", \"resources\": [{\"path\": \"memberships.csv\"}]}|has no name, or one with more than",
                "{\"name\": |is not well-formed JSON",
                "{\"name\": \"a\", \"resources\": [{\"path\": \"a\\u0000b\"}]}|whose path is not that of a file beside",
                "{\"name\": \"a\", \"resources\": [{\"path\": \"memberships.csv\", \"schema\": {\"fields\": [{\"name\": \"pupil\"}]}}]}"
                        + "|with the columns 'pupil', which are not in its first line",
                "{\"name\": \"a\", \"resources\": [{\"path\": \"other.csv\"}]}|names other.csv, but it is of no known kind",
            })
    void descriptorThatDoesNotFitItsFiles_isAnError(String json, String said) throws IOException {
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        describe(json);
        assertThatThrownBy(() -> Sources.recognise(List.of(folder), null))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("datapackage.json")
                .hasMessageContaining(said);
    }

    @Test
    void descriptorMayBeginWithAByteOrderMark_butMustBeText() throws IOException {
        String json = "{\"name\": \"a\", \"resources\": [{\"path\": \"memberships.csv\"}]}";
        describe("\ufeff" + json);
        assertThat(Sources.recognise(List.of(folder), null).sources())
                .extracting(Source::name)
                .containsExactly("a/memberships.csv");
        Files.write(folder.resolve("datapackage.json"), ("\u00fc" + json).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Sources.recognise(List.of(folder), null))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("datapackage.json is not well-formed JSON");
    }

    @Test
    void fileCalledLikeAnOverlay_withoutItsColumns_isAnError() throws IOException {
        Files.writeString(folder.resolve("bodies.csv"), "id,name,from,to,source\n");
        assertThatThrownBy(() -> Sources.recognise(List.of(folder), null))
                .hasMessageContaining("bodies.csv looks like an overlay (bodies.csv) but has no column 'kind'")
                .hasMessageContaining("Needed are id, kind, name, from, to, source.");
    }

    @Test
    void twoSystemsMayHaveFilesOfOneName() throws IOException {
        for (String system : List.of("north", "south")) {
            Path own = Files.createDirectories(folder.resolve(system));
            Files.writeString(
                    own.resolve("bodies.csv"),
                    "id,kind,name,from,to,source\ngroup:" + system + ",improvement-group,G,2011-01-01,,S\n");
        }
        assertThat(Sources.recognise(List.of(folder), null).sources())
                .extracting(Source::name)
                .containsExactly("north/bodies.csv", "south/bodies.csv", "memberships.csv");
    }

    @Test
    void withoutAnyDay_oneMustBeGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("bodies.csv"), "id,kind,name,from,to,source\n");
        assertThatThrownBy(() -> Sources.recognise(List.of(file), null))
                .hasMessageContaining("tells a day. Give it with --extract-date");
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("datapackage.json"), json);
    }
}
