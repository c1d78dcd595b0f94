package uk.middletier.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** A file that holds what others on the machine are not to know. */
final class SecretFile {
    private SecretFile() {}

    /**
     * Refuses one that everybody may read.
     *
     * @param secret what is in it, for the message
     */
    static void requireKept(Path file, String secret) throws IOException {
        // Windows has other permissions, and no others by default.
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new SettingsException("Everybody on this machine may read " + file + ", which holds " + secret
                    + "; let its owner read it alone: chmod 600 " + file);
        }
    }
}
