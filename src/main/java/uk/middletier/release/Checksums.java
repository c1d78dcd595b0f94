package uk.middletier.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code SHA256SUMS}: every file of a release as it was published, so that none is ever served otherwise. In the form
 * that {@code sha256sum -c} reads.
 */
final class Checksums {
    static final String NAME = "SHA256SUMS";

    /** How many there are, lest a list that is cut off between two lines pass as whole; to others a comment. */
    private static final String HEADER = "# %d files\n";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/].*)");
    private static final String CHANGED = "is not as it was written";
    private static final int CHUNK = 1 << 17;
    private static final String REMEDY = "; choose another release (middletier releases use ID) or import anew";

    private final Path folder;
    private final Map<String, String> sums;

    private Checksums(Path folder, Map<String, String> sums) {
        this.folder = folder;
        this.sums = sums;
    }

    /** Writes the list of all that stands in the folder. */
    static void write(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Map<String, String> sums;
        try {
            sums = files.parallelStream()
                    .collect(Collectors.toMap(file -> name(folder, file), Checksums::sum, (a, b) -> a, TreeMap::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        StringBuilder text = new StringBuilder(HEADER.formatted(sums.size()));
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        Files.writeString(folder.resolve(NAME), text);
    }

    /**
     * The list of a release.
     *
     * @throws ReleaseException it is missing or damaged
     */
    static Checksums read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<String, String> sums = new TreeMap<>();
        try {
            String text = Files.readString(file);
            for (String line : text.lines().skip(1).toList()) {
                Matcher sum = LINE.matcher(line);
                if (!sum.matches() || Path.of(sum.group(2)).normalize().startsWith("..")) {
                    throw damaged(file, CHANGED);
                }
                sums.put(sum.group(2), sum.group(1));
            }
            if (!text.startsWith(HEADER.formatted(sums.size())) || !text.endsWith("\n")) {
                throw damaged(file, CHANGED);
            }
        } catch (NoSuchFileException e) {
            throw damaged(
                    file,
                    "is missing, with the checksum of every file: not all was copied, or an early version"
                            + " of this program built it");
        } catch (CharacterCodingException | InvalidPathException e) {
            throw damaged(file, CHANGED);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + Disk.reason(e) + REMEDY, e);
        }
        return new Checksums(folder, sums);
    }

    /**
     * Copies what stands in a folder of the release into another place, and reads all else, each file to its end.
     *
     * @param part the folder, such as {@code store}
     * @throws ReleaseException a file is missing, cannot be read, or is not as it was published
     * @throws IOException what cannot be written
     */
    void copy(String part, Path target) throws IOException {
        for (String name : sums.keySet()) {
            if (name.startsWith(part + "/")) {
                Path parent = target.resolve(name.substring(part.length() + 1)).getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
            }
        }
        // Not thrown where it happens: others would still be writing when the caller clears up.
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        sums.keySet().parallelStream().forEach(name -> {
            try {
                if (failures.isEmpty()) {
                    copyFile(
                            name,
                            name.startsWith(part + "/") ? target.resolve(name.substring(part.length() + 1)) : null);
                }
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
        });
        Exception failure = failures.peek();
        if (failure instanceof IOException unwritten) {
            throw unwritten;
        } else if (failure instanceof RuntimeException unread) {
            throw unread;
        }
    }

    private void copyFile(String name, @Nullable Path target) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
            if (!sum(file, out).equals(sums.get(name))) {
                throw damaged(file, CHANGED);
            }
        }
    }

    /**
     * Reads one file of the release to its end.
     *
     * @throws ReleaseException it is missing, cannot be read, or is not as it was published
     */
    void check(String name) {
        Path file = folder.resolve(name);
        try {
            if (!sum(file, OutputStream.nullOutputStream()).equals(sums.get(name))) {
                throw damaged(file, CHANGED);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ReleaseException damaged(Path file, String how) {
        return new ReleaseException(file + " " + how + REMEDY);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String sum(Path file) {
        try {
            return sum(file, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read is the release's, and its failure too; what is thrown is the failure to write. */
    private static String sum(Path file, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = open(file)) {
            for (int read = next(file, in, chunk); read >= 0; read = next(file, in, chunk)) {
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw damaged(file, "is missing");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int next(Path file, InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ReleaseException unreadable(Path file, IOException e) {
        return new ReleaseException("cannot read " + file + ": " + Disk.reason(e) + REMEDY, e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
