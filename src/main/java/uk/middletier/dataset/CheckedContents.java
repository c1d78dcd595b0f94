package uk.middletier.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** The content of a source, which in the end is known to be what it was when the source was recognised. */
final class CheckedContents extends FilterInputStream {
    private final Source source;
    private final DigestInputStream given;

    private CheckedContents(Source source, DigestInputStream given, InputStream unpacked) {
        super(unpacked);
        this.source = source;
        this.given = given;
    }

    static CheckedContents open(Source source) throws IOException {
        String entry = source.entry();
        DigestInputStream given = new DigestInputStream(
                entry == null ? Files.newInputStream(source.path()) : Contents.open(source.path(), entry),
                Probe.newDigest());
        return new CheckedContents(source, given, entry == null ? Contents.unpack(given) : given);
    }

    /**
     * Reads what is left and compares the checksum with the one the manifest will tell.
     *
     * @throws DatasetException somebody has written to the file since
     */
    void assertUnchanged() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        // Bytes behind the end of a packed file belong to its checksum all the same.
        given.transferTo(OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(given.getMessageDigest().digest()).equals(source.sha256())) {
            throw new DatasetException(Recogniser.place(source)
                    + " was changed while it was imported. Import it again when nobody writes to it.");
        }
    }
}
