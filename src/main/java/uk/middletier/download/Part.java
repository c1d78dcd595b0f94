package uk.middletier.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.Disk;

/** A file on its way: {@code NAME.part}, and in {@code NAME.part.tag} what tells whether the rest belongs to it. */
final class Part {
    private final Path file;
    private final Path tag;

    Part(Path target) {
        this.file = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".part.tag");
    }

    Path file() {
        return file;
    }

    /** How much is there. */
    long bytes() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** What the server called that version of the file (for If-Range); null if it cannot be gone on with. */
    @Nullable
    String tag() throws IOException {
        try {
            String text = Files.readString(tag).strip();
            return text.isEmpty() ? null : text;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    void tagAs(@Nullable String value) throws IOException {
        if (value == null) {
            Files.deleteIfExists(tag);
        } else {
            Disk.replace(tag, value + "\n");
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(tag);
        Files.deleteIfExists(file);
    }

    /** Gives it its name, over an older file of that name. */
    void finish(Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(tag);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Disk.syncFolder(folder);
        }
    }
}
