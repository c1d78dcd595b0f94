package uk.middletier.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.Sources;

/** A site that behaves like the register's, on its good days and its bad ones. */
class DownloadIT {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 22);
    private static final String REGISTER = "edubasealldata20251122.csv";
    private static final String LINKS = "links_edubasealldata20251122.csv";
    private static final Map<String, String> FILES = Map.of(
            "edubasealldata",
            """
            URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate
            100001,919,Hertfordshire,The Grove,01,Community school,Open,01-09-2000,
            100002,919,Hertfordshire,The Elms,01,Community school,Open,01-09-2001,
            """,
            "links_edubasealldata",
            "URN,LinkURN,LinkType,LinkEstablishedDate\n100001,100002,Successor,01-09-2001\n",
            "allgroupsdata",
            """
            Group UID,Group Name,Group Type,Group Status,Open date,Incorporated on (open date),Closed Date
            1,One,Federation,Open,01-09-2001,,
            """,
            "alllinksdata",
            "URN,Group UID,Group Name,Group Type,Joined date\n100001,1,One,Federation,01-09-2001\n",
            "grouplinks_edubaseallacademiesandfree",
            "URN,Linked UID,Group Name,Group Type,Joined date\n100001,1,One,Federation,01-09-2001\n",
            "academiesmatmembership",
            """
            URN,Group UID,Group Name,Group Type,Date joined group,Date left group
            100001,1,One,Single-academy trust,01-09-2001,
            """);

    private final Site site = new Site();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void filesOfToday_takeOneRequestEach_andNoneIsFetchedTwice() throws IOException {
        publish(TODAY);

        List<Downloaded> files = run(TODAY, Download.DAYS_BACK);

        assertThat(files)
                .extracting(file -> file.file().getFileName().toString())
                .hasSize(6)
                .first()
                .isEqualTo(REGISTER);
        assertThat(files).allSatisfy(file -> {
            assertThat(file.bytes()).isEqualTo(Files.size(file.file()));
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.unchanged()).isFalse();
        });
        assertThat(site.requests()).hasSize(6).last().isEqualTo(REGISTER);
        assertThat(names()).hasSize(7).contains("datapackage.json");

        site.requests().clear();
        assertThat(run(TODAY, Download.DAYS_BACK)).allMatch(Downloaded::unchanged);
        assertThat(site.requests()).hasSize(6).allMatch(request -> request.endsWith(" if changed"));
    }

    @Test
    void daysWithoutFiles_arePassedOver_withOneRequestEach() {
        publish(TODAY.minusDays(3));

        assertThat(run(TODAY, Download.DAYS_BACK)).extracting(Downloaded::day).containsOnly(TODAY.minusDays(3));

        assertThat(site.requests()).hasSize(3 + 6);
    }

    @Test
    void dayOnWhichAllFilesWerePublished_goesBeforeALaterOneThatLacksSome() throws IOException {
        publish(TODAY);
        site.withdraw(LINKS);
        publish(TODAY.minusDays(1));

        assertThat(run(TODAY, Download.DAYS_BACK)).extracting(Downloaded::day).containsOnly(TODAY.minusDays(1));

        assertThat(site.requests()).as("the large one is not fetched in vain").doesNotContain(REGISTER);
        assertThat(names()).as("nothing of the other day stays").noneMatch(name -> name.contains("20251122"));
    }

    @Test
    void registerAlone_isBetterThanNothing() {
        publish(TODAY);
        site.withdraw(LINKS);

        List<Downloaded> files = run(TODAY, 2);

        assertThat(files).hasSize(5).extracting(Downloaded::day).containsOnly(TODAY);
        assertThat(progress).contains("left out: " + LINKS + " answered 404");
        assertThat(site.requests()).as("what has come is not asked for again").doesNotHaveDuplicates();
    }

    @Test
    void nothingWithinTheLimit_isSaidWithTheDaysTried() throws IOException {
        assertThatThrownBy(() -> run(TODAY, 7))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("There is no register at " + site.address()
                        + ": tried 8 days, from 2025-11-22 back to 2025-11-15; " + REGISTER + " answered 404.")
                .hasMessageContaining("--date");
        assertThat(names()).isEmpty();
    }

    @Test
    void redirect_isFollowed() {
        publish(TODAY);
        site.publish("elsewhere.csv", text("edubasealldata"));
        site.trouble(REGISTER, Site.status(302, "Location", "/public/elsewhere.csv"));

        assertThat(run(TODAY, 0)).hasSize(6);
    }

    @Test
    void cutConnection_goesOnWhereItStopped() throws IOException {
        publish(TODAY);
        site.trouble(REGISTER, site.cutAfter(100), site.cutAfter(50));

        run(TODAY, 0);

        assertThat(site.requests()).endsWith(REGISTER, REGISTER + " bytes=100-", REGISTER + " bytes=150-");
        assertThat(folder.resolve(REGISTER)).hasContent(text("edubasealldata"));
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(2)) < 0);
    }

    @Test
    void fileThatChangedMeanwhile_isBegunAnew() {
        publish(TODAY);
        String other = text("edubasealldata").replace("The Elms", "The Other Elms");
        site.trouble(REGISTER, (exchange, file) -> {
            site.cutAfter(100).answer(exchange, file);
            site.publish(REGISTER, other);
        });

        run(TODAY, 0);

        assertThat(folder.resolve(REGISTER)).hasContent(other);
    }

    @Test
    void withoutATag_nothingIsGoneOnWith() {
        site.withoutTags();
        publish(TODAY);
        site.trouble(REGISTER, site.cutAfter(100));

        run(TODAY, 0);

        assertThat(site.requests()).endsWith(REGISTER, REGISTER);
        assertThat(folder.resolve(REGISTER)).hasContent(text("edubasealldata"));
    }

    @Test
    void connectionThatBreaksAgainAndAgain_isGivenUp_andTheNextRunGoesOn() throws IOException {
        publish(TODAY);
        site.trouble(LINKS, site.cutAfter(20), Site.status(503), Site.status(503), Site.status(503), Site.status(503));

        assertThatThrownBy(() -> run(TODAY, 0))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(LINKS + ": 127.0.0.1 answered 503, 5 times in a row");
        assertThat(names()).as("no name before all are there").allMatch(name -> name.matches(".*\\.part(\\.tag)?"));

        site.requests().clear();
        run(TODAY, 0);
        assertThat(site.requests()).contains(LINKS + " bytes=20-");
        assertThat(names()).hasSize(7);
    }

    @Test
    void busyServer_isAskedAgain_whenItSaysSo() {
        publish(TODAY);
        site.trouble(REGISTER, Site.status(503, "Retry-After", "90"), Site.status(429), Site.status(500));

        assertThat(run(TODAY, 0)).hasSize(6);

        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(90));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
        assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void serverThatWantsTooMuchPatience_isLeft() {
        publish(TODAY);
        site.trouble(REGISTER, Site.status(503, "Retry-After", "3600"));

        assertThatThrownBy(() -> run(TODAY, 0))
                .hasMessageContaining("answered 503 and asks to come back in 3600 seconds");
        assertThat(pauses).isEmpty();
    }

    @Test
    void pageInPlaceOfTheFile_isNotTakenForIt() throws IOException {
        publish(TODAY);
        site.trouble(REGISTER, Site.page("<!DOCTYPE html><title>Sorry</title>"));
        publish(TODAY.minusDays(1));

        assertThat(run(TODAY, 1)).extracting(Downloaded::day).containsOnly(TODAY.minusDays(1));

        site.trouble(REGISTER, Site.page("<!DOCTYPE html><title>Sorry</title>"));
        assertThatThrownBy(() -> run(TODAY, 0))
                .hasMessageContaining(REGISTER + " is not what its name says: it is a web page.");
        assertThat(folder.resolve(REGISTER)).doesNotExist();
    }

    @Test
    void anotherFileUnderTheName_isNotTakenForIt() {
        publish(TODAY);
        site.publish(REGISTER, text("alllinksdata"));

        assertThatThrownBy(() -> run(TODAY, 0)).hasMessageContaining("is another file (ALL_GROUP_LINKS)");
    }

    @Test
    void silence_endsInTime() {
        CountDownLatch over = new CountDownLatch(1);
        publish(TODAY);
        site.trouble(REGISTER, Site.silence(() -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));

        assertThat(run(TODAY, 0, Duration.ofMillis(500))).hasSize(6);

        over.countDown();
        assertThat(progress).anyMatch(line -> line.contains("nothing came for"));
    }

    @Test
    void refusal_isNoReasonToAskAgain() {
        publish(TODAY);
        site.trouble(REGISTER, Site.status(403));

        assertThatThrownBy(() -> run(TODAY, 7)).hasMessageContaining("the server answered 403. Check the address");
        assertThat(site.requests()).hasSize(6);
    }

    @Test
    void secondAddress_isForWhatTheFirstHasNot() {
        publish(TODAY);
        try (Site empty = new Site()) {
            assertThat(new Download(folder, "MiddleTier/test", patience(Duration.ofSeconds(10)), progress::add)
                            .run(List.of(empty.address(), site.address()), TODAY, 1))
                    .hasSize(6);
        }
        assertThat(progress).anyMatch(line -> line.startsWith("There is no register at "));
    }

    @Test
    void fileThatWasChangedAfterwards_isRefusedByAnImport_andFetchedAgain() throws IOException {
        publish(TODAY);
        run(TODAY, 0);
        Files.writeString(folder.resolve(LINKS), text("links_edubasealldata").replace("100002", "100003"));

        assertThatThrownBy(() -> Sources.recognise(List.of(folder), null))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(LINKS + " is not the file that " + folder.resolve("datapackage.json")
                        + " describes: its SHA-256 is ");

        run(TODAY, 0);
        assertThat(Sources.recognise(List.of(folder), null).sources()).hasSize(6);
    }

    private static String text(String name) {
        return Objects.requireNonNull(FILES.get(name));
    }

    private void publish(LocalDate day) {
        FILES.forEach((name, text) -> site.publish(name + day.toString().replace("-", "") + ".csv", text));
    }

    private List<Downloaded> run(LocalDate day, int daysBack) {
        return run(day, daysBack, Duration.ofSeconds(10));
    }

    private List<Downloaded> run(LocalDate day, int daysBack, Duration silence) {
        return new Download(folder, "MiddleTier/test", patience(silence), progress::add)
                .run(List.of(site.address()), day, daysBack);
    }

    private Patience patience(Duration silence) {
        return new Patience(silence, 5, Duration.ofSeconds(1), Duration.ofMinutes(5), pauses::add);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
