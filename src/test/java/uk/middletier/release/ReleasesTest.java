package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    @TempDir
    private Path data;

    private Releases releases;

    @BeforeEach
    void open() {
        releases = new Releases(data);
    }

    @Test
    void publishedReleaseIsCurrentAndWhole() {
        Release release = Samples.publish(releases, 0);
        assertThat(release.id()).isEqualTo("20251122T053248Z-10000000");
        assertThat(releases.current()).isEqualTo(release);
        assertThat(releases.list()).containsExactly(release);
        assertThat(release.store().resolve("graph")).hasContent("10000000");
        assertThat(data.resolve("current")).hasContent("20251122T053248Z-10000000");
        assertThat(Samples.releasesOf(releases)).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void clockThatStandsOrIsSetBack_makesNoReleaseOlderThanTheOneBefore() {
        Release one = Samples.publish(releases, Samples.BUILT, "0a1b2c3d");
        Release sameSecond = Samples.publish(releases, Samples.BUILT.plusMillis(700), "0a1b2c3d");
        Release yearBefore = Samples.publish(releases, Samples.BUILT.minus(Duration.ofDays(365)), "00000000");
        assertThat(sameSecond.id()).isEqualTo("20251122T053249Z-0a1b2c3d");
        assertThat(yearBefore.id()).isEqualTo("20251122T053250Z-00000000");
        assertThat(releases.ids()).containsExactly(yearBefore.id(), sameSecond.id(), one.id());
        assertThat(releases.prune(1, false).removed()).containsExactly(sameSecond.id(), one.id());
    }

    @Test
    void clockThatWasFarAhead_isGoneOnFrom() throws IOException {
        Samples.publish(releases, Samples.BUILT.plus(Duration.ofDays(30_000)), "0a1b2c3d");
        Files.createDirectory(Samples.releasesOf(releases).resolve("a-copy-of-mine"));
        Release now = Samples.publish(releases, 1);
        assertThat(releases.current()).isEqualTo(now);
        assertThat(now.id()).startsWith("2108");
        assertThat(releases.list().get(0)).isEqualTo(now);
    }

    @Test
    void importGivenUp_leavesTheOldReleaseAndNoTrace() throws IOException {
        Release old = Samples.publish(releases, 0);
        try (NewRelease building = releases.begin()) {
            Files.createDirectories(building.store());
            assertThat(building.store()).isDirectory();
        }
        assertThat(releases.current()).isEqualTo(old);
        assertThat(Samples.releasesOf(releases)).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void debrisOfAKilledImport_isClearedByTheNext() throws IOException {
        Release old = Samples.publish(releases, 0);
        Path debris = Samples.releasesOf(releases).resolve(".building-99999");
        Path halfDeleted = Samples.releasesOf(releases).resolve(".deleting-x");
        Files.createDirectories(debris.resolve("store/data"));
        Files.writeString(debris.resolve("store/data/file"), "x");
        Files.createDirectories(halfDeleted);
        Path pointer = Files.writeString(data.resolve(".current-1.tmp"), "x");
        assertThat(releases.list()).containsExactly(old);
        releases.begin().close();
        assertThat(debris).doesNotExist();
        assertThat(halfDeleted).doesNotExist();
        assertThat(pointer).doesNotExist();
    }

    @Test
    void secondImportAtOnce_fails() {
        NewRelease first = releases.begin();
        assertThatThrownBy(() -> new Releases(data).begin())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("another import into " + data + " is running");
        first.close();
        releases.begin().close();
    }

    @Test
    void importOfAnotherProcess_isSeen_andEndsWithIt() throws Exception {
        Process other = LockHolder.hold(data.resolve("import.lock").toString());
        try {
            assertThatThrownBy(() -> releases.begin()).hasMessageContaining("another import");
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        releases.begin().close();
    }

    @Test
    void releaseReadByAnotherProcess_isReadByThisOneToo_andRemovedByNobody() throws Exception {
        Release old = Samples.publish(releases, 0);
        Samples.publish(releases, 1);
        Process other = LockHolder.hold(old.folder().resolve("in-use.lock").toString(), "shared");
        try {
            assertThat(releases.prune(0, false).removed()).isEmpty();
            releases.hold(old).close();
            assertThat(releases.prune(0, false).removed()).isEmpty();
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        Lock.Hold one = releases.hold(old);
        Lock.Hold another = releases.hold(old);
        one.close();
        one.close();
        assertThat(releases.prune(0, false).removed()).as("another holds it").isEmpty();
        another.close();
        assertThat(releases.prune(0, false).removed()).containsExactly(old.id());
    }

    @Test
    void releaseBeingRemovedByAnotherProcess_isNotOpened() throws Exception {
        Release old = Samples.publish(releases, 0);
        Process other = LockHolder.hold(old.folder().resolve("in-use.lock").toString());
        try {
            assertThatThrownBy(() -> releases.hold(old))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("release " + old.id() + " in " + data + " is being removed")
                    .hasMessageContaining("middletier releases list");
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        releases.hold(old).close();
    }

    @Test
    void pruneKeepsTheNewestTheCurrentAndTheOpenOnes() {
        Release first = Samples.publish(releases, 0);
        Release second = Samples.publish(releases, 1);
        Release third = Samples.publish(releases, 2);
        Release fourth = Samples.publish(releases, 3);
        releases.use(first.id());
        try (Lock.Hold open = releases.hold(second)) {
            assertThat(open).isNotNull();
            Releases.Pruned wouldBe = releases.prune(1, true);
            assertThat(wouldBe.removed()).containsExactly(third.id());
            assertThat(wouldBe.open()).containsExactly(second.id());
            assertThat(wouldBe.bytes()).isPositive();
            assertThat(releases.list()).as("a dry run removes nothing").hasSize(4);
            assertThat(releases.prune(1, false)).isEqualTo(wouldBe);
        }
        assertThat(releases.list()).containsExactly(fourth, second, first);
        assertThat(releases.prune(1, false).removed()).containsExactly(second.id());
        assertThat(releases.current()).isEqualTo(first);
    }

    @Test
    void oldReleaseCanBeUsedAgain() {
        Release first = Samples.publish(releases, 0);
        Samples.publish(releases, 1);
        releases.use(first.id());
        assertThat(releases.current()).isEqualTo(first);
        assertThatThrownBy(() -> releases.use("20990101T000000Z-00000000"))
                .hasMessageContaining("no release 20990101T000000Z-00000000 in ")
                .hasMessageContaining("middletier releases list");
    }

    @Test
    void idThatWouldLeadOutOfTheFolder_isNoId() {
        for (String id : new String[] {"..", "../x", ".building-1", "", "a/b"}) {
            assertThatThrownBy(() -> releases.getRelease(id)).as(id).hasMessageContaining("not the id of a release");
        }
    }

    @Test
    void nothingImportedYet_namesTheCommand() {
        assertThat(releases.ids()).isEmpty();
        assertThat(releases.findCurrentId()).isEmpty();
        assertThatThrownBy(() -> new Releases(data.resolve("missing")).current())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("no release in " + data.resolve("missing") + " yet")
                .hasMessageContaining("middletier import PATH");
    }

    @Test
    void damagedPointer_isSaidToBeSo() throws IOException {
        Samples.publish(releases, 0);
        for (String damaged : new String[] {"", "\n", "../../etc", "\0\0\0"}) {
            Files.writeString(data.resolve("current"), damaged);
            assertThatThrownBy(() -> releases.current())
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining(data.resolve("current") + " is damaged")
                    .hasMessageContaining("middletier releases use");
        }
    }

    @Test
    void damagedRelease_isListedByIdAndNotAsOneToBeServed() throws IOException {
        Release good = Samples.publish(releases, 0);
        Release bad = Samples.publish(releases, 1);
        Files.writeString(bad.folder().resolve("release.json"), "{");
        assertThat(releases.ids()).containsExactly(bad.id(), good.id());
        assertThat(releases.list()).containsExactly(good);
        assertThatThrownBy(() -> releases.current()).hasMessageContaining("release.json is damaged");
    }

    @Test
    void dataFolderThatCannotBeWritten_isNamed() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "x");
        assertThatThrownBy(() -> new Releases(file.resolve("data")).begin())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("cannot write " + file.resolve("data"))
                .hasMessageContaining("--data");
    }

    @Test
    void pointerIsAsReadableAsAnyOtherFile() throws IOException {
        assumeTrue(
                Files.getFileStore(data).supportsFileAttributeView(PosixFileAttributeView.class),
                "no POSIX permissions");
        Samples.publish(releases, 0);
        Path other = Files.writeString(data.resolve("other"), "x");
        assertThat(Files.getPosixFilePermissions(data.resolve("current")))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void pointerThatCannotBeWritten_leavesNoHalfPublishedRelease() throws IOException {
        Path obstacle = Files.createDirectories(data.resolve("current/in-its-way"));
        assertThatThrownBy(() -> Samples.publish(releases, 0))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("cannot write " + data.resolve("current"));
        assertThat(Samples.releasesOf(releases)).isEmptyDirectory();
        assertThat(data).isDirectoryNotContaining("glob:**/.current*");
        Files.delete(obstacle);
        Files.delete(data.resolve("current"));
        Release published = Samples.publish(releases, 1);
        assertThat(releases.current()).isEqualTo(published);
    }
}
