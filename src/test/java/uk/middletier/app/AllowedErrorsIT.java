package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** Broken rows, refused and then allowed. */
class AllowedErrorsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatWasRefused_isImportedWithoutTheRowsAndValuesConcerned_ifThatIsAskedFor() throws Exception {
        Path data = folder.resolve("data");
        OldRelease old = OldRelease.in(data);
        Path file = Files.writeString(folder.resolve("edubasealldata20250105.csv"), """
                URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate
                100001,919,Hertfordshire,The Grove,01,Community school,Open,01-09-2000,
                100001,919,Hertfordshire,The Grove again,01,Community school,Open,,
                100002,919,Hertfordshire
                100003,919,Hertfordshire,The Elms,01,Community school,Open,31-02-2019,
                """);
        Path list = data.resolve(ImportRun.REFUSED_ISSUES);

        Run refused = Run.of("import", "--data", data.toString(), file.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("broken in 3 places").contains("--allow-errors");
        List<String> issues = Files.readAllLines(list);
        assertThat(issues)
                .contains(
                        "ROW_TOO_SHORT,ERROR,edubasealldata20250105.csv,4,,3 fields under a header of 9,the row is left out");
        old.assertUntouched();

        Run allowed = Child.start(
                        folder, List.of("import", "--allow-errors", "--data", data.toString(), file.toString()))
                .await();

        assertThat(allowed.exit()).as(allowed.err()).isZero();
        Release release = new Releases(data).current();
        assertThat(allowed.out()).isEqualTo(release.id() + "\n");
        assertThat(allowed.err())
                .contains("1 ERROR    ROW_TOO_SHORT: ")
                .contains("1 ERROR    URN_DUPLICATE: ")
                .contains("1 ERROR    DATE_IMPOSSIBLE: ")
                .contains("Release " + release.id());
        assertThat(release.manifest().counts().nodes()).containsEntry("School", 2L);
        assertThat(Files.readAllLines(release.issuesCsv())).isEqualTo(issues);
        assertThat(list).as("out of date, it would mislead").doesNotExist();
    }
}
