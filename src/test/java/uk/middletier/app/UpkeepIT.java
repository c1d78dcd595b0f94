package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.download.Site;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** The way of the data from where it is published, into a release, out of it for others, and back into another folder. */
class UpkeepIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatWasDownloaded_isImported_exported_andImportedAgain_equal() throws Exception {
        downloaded();
        Run imported = Run.of("import", at("downloads"), at("system"), "--data", at("one"));
        assertThat(imported.exit()).as(imported.err()).isZero();
        Release first = new Releases(folder.resolve("one")).current();
        assertThat(first.manifest().counts().relationships())
                .containsKeys("GOVERNED_BY", "IN_AREA", "MEMBER_OF", "SUPPORTS", "OBSERVED");

        String export = at("export");
        Run exported = Run.of("export", "--to", at("export"), "--data", at("one"));
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.out()).isEqualTo(export + "\n");
        assertDescribed(first);
        assertThat(Run.of("export", "--to", at("export"), "--data", at("one")).err())
                .endsWith("There is something in " + export + " already. Choose another folder.\n");

        String two = at("two");
        assertTampered(two);
        Run again = Run.of("import", at("export"), "--data", two);
        assertThat(again.exit()).as(again.err()).isZero();
        Release second = new Releases(folder.resolve("two")).current();
        assertThat(again.out()).isEqualTo(first.id() + "\n");
        assertThat(withoutSize(second)).isEqualTo(withoutSize(first));
        assertThat(second.issuesCsv()).hasSameBinaryContentAs(first.issuesCsv());
        assertThat(second.issuesJson()).hasSameBinaryContentAs(first.issuesJson());
        KeptAnswers.assertTrue(new Releases(folder.resolve("one")), first);
        KeptAnswers.assertTrue(new Releases(folder.resolve("two")), second);

        assertThat(Run.of("import", at("export"), "--data", two).err())
                .endsWith("release " + first.id() + " is in " + two + " already; make it the current one: middletier"
                        + " releases use " + first.id() + "\n");
        assertBundled(two, first);
    }

    /** The register's files from a site that has no links of academies to sponsors, and beside them a system of its own. */
    private void downloaded() throws IOException {
        LocalDate day = LocalDate.of(2025, 1, 5);
        List<Path> files = new Generator(new GenerateOptions(7, 1, Set.of("420"), day))
                .writeTo(folder.resolve("made-up"))
                .paths();
        try (Site site = new Site()) {
            for (Path file : files) {
                site.publish(file.getFileName().toString().replace("fictional-", ""), Files.readAllBytes(file));
            }
            Run run = Run.of(
                    "download",
                    "--to",
                    at("downloads"),
                    "--date",
                    day.toString(),
                    "--from",
                    site.address().toString());
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out().lines()).hasSize(5).allMatch(line -> Files.isRegularFile(Path.of(line)));
            assertThat(run.err())
                    .contains("left out: grouplinks_edubaseallacademiesandfree20250105.csv answered 404")
                    .contains("SHA-256 ");
        }
        Path system = Files.createDirectories(folder.resolve("system"));
        Files.writeString(system.resolve("schools.csv"), """
                school,name,authority,phase,type,source
                501,"Ash, ""the"" first",Cardiff,Primary,Welsh establishment,S
                502,Birch,672,Primary,Welsh establishment,"two
                lines"
                """);
        Files.writeString(system.resolve("bodies.csv"), """
                id,kind,name,from,to,programme,source
                group:one,improvement-group,Ysgolion Môn,2014-09-01,,programme:challenge,S
                """);
        Files.writeString(system.resolve("memberships.csv"), """
                school,body,role,from,to,source
                501,group:one,convenor,2014-09-01,,S
                502,group:one,member,2014-09-01,2016-09-01,S
                """);
        Files.writeString(
                system.resolve("support.csv"),
                "supporter,supported,depth,from,to,source\n501,502,deep,2015-01-01,2015-07-01,S\n");
        Files.writeString(
                system.resolve("observations.csv"),
                "subject,measure,from,to,value,source\nprogramme:challenge,engagement,2014-09-01,,52.5 percent,S\n");
    }

    private void assertDescribed(Release release) throws IOException {
        Path descriptor = folder.resolve("export/datapackage.json");
        try (InputStream schema = UpkeepIT.class.getResourceAsStream("/frictionless/data-package.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                            .getSchema(schema)
                            .validate(Files.readString(descriptor), InputFormat.JSON))
                    .isEmpty();
        }
        JsonNode json = JSON.readTree(descriptor.toFile());
        Manifest manifest = release.manifest();
        assertThat(json.path("version").asText()).isEqualTo(release.id());
        long rows = 0;
        for (JsonNode resource : json.path("resources")) {
            Path file = folder.resolve("export").resolve(resource.path("path").asText());
            assertThat(file).hasSize(resource.path("bytes").asLong());
            if (!resource.path("schema").path("foreignKeys").isMissingNode()
                    && resource.path("schema").path("primaryKey").isMissingNode()) {
                try (Stream<String> lines = Files.lines(file)) {
                    rows += lines.count() - 1;
                }
            }
        }
        assertThat(rows)
                .isEqualTo(manifest.counts().relationships().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(Files.readAllLines(folder.resolve("export/schools-supports-schools.csv")))
                .containsExactly(
                        "startId,endId,from,to,fromKnown,programme,brokeredBy,depth,source,provenance",
                        "school:501,school:502,2015-01-01,2015-07-01,true,,,deep,dataset:support.csv,S");
    }

    /** Refused before anything is written. */
    private void assertTampered(String data) throws IOException {
        Path table = folder.resolve("export/schools-governed-by-bodies.csv");
        byte[] whole = Files.readAllBytes(table);
        Files.writeString(table, Files.readString(table).replaceFirst("la:420", "la:421"));
        assertThat(Run.of("import", at("export"), "--data", data).err())
                .contains("is not as it was exported: schools-governed-by-bodies.csv has " + whole.length
                        + " bytes and the SHA-256 ")
                .contains(", and should have " + whole.length + " and ");
        Files.delete(table);
        assertThat(Run.of("import", at("export"), "--data", data).err())
                .contains("is not as it was exported: schools-governed-by-bodies.csv is missing. ");
        Files.write(table, whole);
        assertThat(Run.of("import", at("export"), at("downloads"), "--data", data)
                        .err())
                .endsWith(" is a whole release. Import it alone: nothing can be added to it.\n");
        assertThat(folder.resolve("two")).doesNotExist();
    }

    private void assertBundled(String data, Release release) throws IOException {
        Path bundle = folder.resolve("largest.zip");
        Run run = Run.of("query", "trust-size-bins", "--bundle", at("largest.zip"), "--data", data);
        assertThat(run).isEqualTo(new Run(0, bundle + "\n", ""));
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.getEntry("rows.csv")).isNotNull();
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("CITATION.txt")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("release " + release.id());
        }
    }

    /** The size is that of files, which may differ. */
    private static Manifest withoutSize(Release release) {
        Manifest manifest = release.manifest();
        return new Manifest(
                manifest.formatVersion(),
                manifest.id(),
                manifest.built(),
                manifest.softwareVersion(),
                manifest.extractDate(),
                manifest.firstDate(),
                manifest.sources(),
                manifest.counts(),
                manifest.issues(),
                manifest.contentChecksum(),
                0);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
