package uk.middletier.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Opens files for reading, unpacked. What is packed is told by its first bytes, not by its name. */
final class Contents {
    private static final int BUFFER = 1 << 16;

    private Contents() {}

    /** The bytes of a file, or of an entry of an archive, unpacked. */
    static InputStream open(Path path, @Nullable String entry) throws IOException {
        return entry == null ? unpack(Files.newInputStream(path)) : openEntry(path, entry);
    }

    /** Unpacks gzip; anything else passes as it is. Closes {@code raw} if that fails. */
    static InputStream unpack(InputStream raw) throws IOException {
        try {
            PushbackInputStream bytes = new PushbackInputStream(raw, 2);
            byte[] start = bytes.readNBytes(2);
            bytes.unread(start);
            boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
            return gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private static InputStream openEntry(Path path, String name) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no entry '" + name + "'");
            }
            return new FilterInputStream(zip.getInputStream(entry)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }
}
