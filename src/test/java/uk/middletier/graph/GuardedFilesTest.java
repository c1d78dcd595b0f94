package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.io.fs.StoreChannel;

/** {@code /dev/full} takes no byte: every write to it fails as on a full disk. */
class GuardedFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void writeThatFails_isSaidOncePerFile_andThenPassesAsDone() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
        try (GuardedFiles files = new GuardedFiles();
                StoreChannel full = files.write(FULL)) {
            assertThat(files.failure()).isNull();

            assertThatThrownBy(() -> full.writeAll(bytes())).isInstanceOf(IOException.class);
            assertThat(files.failure()).hasMessage("No space left on device");

            ByteBuffer again = bytes();
            full.writeAll(again, 0);
            assertThat(again.hasRemaining()).isFalse();
            assertThat(full.write(new ByteBuffer[] {bytes(), bytes()})).isEqualTo(6);
            assertThat(full.write(new ByteBuffer[] {bytes(), bytes(), bytes()}, 1, 2))
                    .isEqualTo(6);
            assertThat(full.write(bytes())).isEqualTo(3);
            full.force(true);
        }
    }

    @Test
    void afterAFailedWrite_noFileIsWrittenAnyMore() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
        Path file = folder.resolve("file");
        try (GuardedFiles files = new GuardedFiles();
                StoreChannel full = files.write(FULL);
                StoreChannel other = files.write(file)) {
            other.writeAll(bytes());
            assertThatThrownBy(() -> full.writeAll(bytes())).isInstanceOf(IOException.class);

            assertThatThrownBy(() -> other.writeAll(bytes())).hasMessage("No space left on device");
            other.writeAll(bytes());
        }
        assertThat(file).hasSize(3);
    }

    @Test
    void closedFile_isNoFailedWrite() throws IOException {
        try (GuardedFiles files = new GuardedFiles()) {
            StoreChannel channel = files.write(folder.resolve("file"));
            channel.close();

            assertThatThrownBy(() -> channel.writeAll(bytes())).isInstanceOf(ClosedChannelException.class);
            assertThat(files.failure()).isNull();
        }
    }

    private static ByteBuffer bytes() {
        return ByteBuffer.wrap(new byte[] {1, 2, 3});
    }
}
