package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is written to another output. */
final class SealedOutput extends DigestOutputStream {
    private long count;

    SealedOutput(OutputStream out) {
        super(out, sha256());
    }

    @Override
    public void write(int one) throws IOException {
        super.write(one);
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        super.write(bytes, from, length);
        count += length;
    }

    long bytes() {
        return count;
    }

    /** SHA-256 of all that was written, lower-case hex; to be asked once, at the end. */
    String seal() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
