package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of which a bit, a piece or a file is lost: none is opened, and each time the file is named. What is lost is
 * drawn: -Dmiddletier.damages=20000 for a long night.
 */
class DamagedReleaseTest {
    private static final int DAMAGES = Integer.getInteger("middletier.damages", 150);

    @TempDir
    private Path data;

    private Releases releases;
    private Release release;
    private List<Path> files;
    private Random random;

    @BeforeEach
    void publish() throws IOException {
        long seed = Long.getLong("middletier.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dmiddletier.seed)");
        random = new Random(seed);
        releases = new Releases(data);
        try (NewRelease building = releases.begin()) {
            Path database = Files.createDirectories(building.store().resolve("data/databases/neo4j"));
            byte[] large = new byte[300_000];
            random.nextBytes(large);
            Files.write(database.resolve("neostore.propertystore.db"), large);
            Files.write(database.resolve("neostore.nodestore.db"), new byte[8192]);
            Files.write(database.resolve("database_lock"), new byte[0]);
            byte[] answer = new byte[20_000];
            random.nextBytes(answer);
            Files.write(Files.createDirectories(building.answers()).resolve("kept.cbor"), answer);
            Files.writeString(building.issuesCsv(), "code,file\n");
            Files.writeString(building.issuesJson(), "{}");
            String id = building.idFor(Samples.BUILT, "0a1b2c3d");
            release = building.publish(Samples.manifest(id, "0a1b2c3d"));
        }
        try (Stream<Path> walk = Files.walk(release.folder())) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(8);
    }

    @Test
    void wholeRelease_isOpened_fromACopyOfItsStore_andStaysAsItIs() throws IOException {
        try (StoreCopy copy = StoreCopy.of(releases, releases.current())) {
            Path inside = Path.of("data/databases/neo4j/neostore.propertystore.db");
            assertThat(copy.store().resolve(inside))
                    .hasSameBinaryContentAs(release.store().resolve(inside));
            Files.writeString(copy.store().resolve(inside), "written to");
            assertThat(copy.store().resolve("data/databases/neo4j/database_lock"))
                    .isEmptyFile();
            try (StoreCopy another = StoreCopy.of(releases, releases.current())) {
                assertThat(another.store()).isNotEqualTo(copy.store());
            }
        }
        assertThat(data).isDirectoryNotContaining("glob:**/.serving-*");
    }

    @Test
    void everyFlippedBit_isNoticed() throws IOException {
        for (int i = 0; i < DAMAGES; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            if (whole.length > 0) {
                byte[] flipped = whole.clone();
                int place = random.nextInt(whole.length);
                flipped[place] ^= (byte) (1 << random.nextInt(8));
                assertNoticed(file, whole, flipped, "byte " + place);
            }
        }
    }

    @Test
    void everyLostPiece_isNoticed() throws IOException {
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            assertNoticed(file, whole, Arrays.copyOf(whole, whole.length + 1), "a byte more");
            for (int i = 0; whole.length > 0 && i < DAMAGES / 30; i++) {
                int length = random.nextInt(whole.length);
                assertNoticed(file, whole, Arrays.copyOf(whole, length), "cut to " + length);
            }
        }
    }

    @Test
    void everyLostFile_isNoticed() throws IOException {
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThatThrownBy(this::open)
                    .as(file.toString())
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining(file.getFileName() + " is missing");
            Files.write(file, whole);
        }
        open();
    }

    @Test
    void fileThatCannotBeRead_isNamed() throws IOException {
        Path file = release.store().resolve("data/databases/neo4j/neostore.nodestore.db");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith("cannot read " + file + ": Is a directory")
                .hasMessageContaining("releases use ID");
    }

    /** Whatever is left of it, it names no other release. */
    @Test
    void everyFlippedBitOfThePointer_isNoticed_orChangesNothing() throws IOException {
        Path pointer = data.resolve("current");
        byte[] whole = Files.readAllBytes(pointer);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(pointer, flipped);
            try {
                assertThat(releases.current()).isEqualTo(release);
            } catch (ReleaseException e) {
                assertThat(e).hasMessageContaining("middletier releases");
            }
        }
    }

    private void assertNoticed(Path file, byte[] whole, byte[] damaged, String how) throws IOException {
        Files.write(file, damaged);
        assertThatThrownBy(this::open)
                .as(file + ", " + how)
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(release.id())
                .hasMessageContaining("import");
        Files.write(file, whole);
        assertThat(data).isDirectoryNotContaining("glob:**/.serving-*");
    }

    private void open() {
        StoreCopy.of(releases, releases.current()).close();
    }
}
