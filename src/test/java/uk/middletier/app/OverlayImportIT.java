package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.release.Manifest;
import uk.middletier.release.Releases;

/** A system without any register, from its files to a release that was checked like any other. */
class OverlayImportIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void systemWithoutARegister_isImportedAlone() throws Exception {
        Path system = Files.createDirectories(folder.resolve("system"));
        Files.writeString(system.resolve("datapackage.json"), """
                {"name": "fictional-system", "title": "A made-up system",
                 "resources": [{"path": "schools.csv"}, {"path": "bodies.csv"}, {"path": "memberships.csv"},
                   {"path": "support.csv"}, {"path": "designations.csv"}, {"path": "observations.csv"}]}
                """);
        Files.writeString(system.resolve("schools.csv"), """
                school,name,authority,phase,type,source
                501,Ash,Cardiff,Primary,Welsh establishment,S
                502,Birch,672,Primary,Welsh establishment,S
                503,Cedar,672,Secondary,Academy converter,S
                """);
        Files.writeString(system.resolve("bodies.csv"), """
                id,kind,name,from,to,programme,source
                group:one,improvement-group,One,2014-09-01,,programme:challenge,S
                """);
        Files.writeString(system.resolve("memberships.csv"), """
                school,body,role,from,to,source
                501,group:one,convenor,2014-09-01,,S
                502,group:one,member,2014-09-01,2016-09-01,S
                599,group:one,member,2014-09-01,,S
                """);
        Files.writeString(
                system.resolve("support.csv"), "supporter,supported,from,to,source\n501,502,2015-01-01,2015-07-01,S\n");
        Files.writeString(
                system.resolve("designations.csv"), "school,designation,from,to,source\n501,hub,2014-09-01,,S\n");
        Files.writeString(
                system.resolve("observations.csv"),
                "subject,measure,from,to,value,source\nprogramme:challenge,engagement,2014-09-01,,52 percent,S\n");

        String data = folder.resolve("data").toString();
        Run run = Child.start(
                        folder, List.of("import", "--data", data, "--extract-date", "2018-08-31", system.toString()))
                .await();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("taken from fictional-system/memberships.csv: 2 memberships")
                .contains("1 WARNING  OVERLAY_SCHOOL_UNKNOWN: ");
        Manifest manifest = new Releases(folder.resolve("data")).current().manifest();
        assertThat(manifest.extractDate()).isEqualTo("2018-08-31");
        assertThat(manifest.firstDate()).isEqualTo("2014-09-01");
        assertThat(manifest.madeUp()).isTrue();
        assertThat(manifest.counts().nodes())
                .containsEntry("School", 3L)
                .containsEntry("ImprovementGroup", 1L)
                .containsEntry("Programme", 2L);
        assertThat(manifest.counts().relationships())
                .containsEntry("GOVERNED_BY", 3L)
                .containsEntry("MEMBER_OF", 2L)
                .containsEntry("SUPPORTS", 1L)
                .containsEntry("DESIGNATED", 1L)
                .containsEntry("OBSERVED", 1L)
                .containsEntry("UNDER", 1L);
        assertThat(manifest.sources().get(0).attribution()).isEqualTo("Made-up schools and bodies, by Middle Tier.");
    }
}
