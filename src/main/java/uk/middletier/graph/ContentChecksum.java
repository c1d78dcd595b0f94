package uk.middletier.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.ReleaseStatements;

/**
 * Tells whether two graphs say the same, whatever order and file layout they are stored in.
 *
 * <p>Each node becomes one {@linkplain CanonicalText canonical} line of its id, sorted labels and sorted properties;
 * each relationship one of the id it starts at, its type, the id it ends at and its sorted properties. The checksum is
 * the sum of the SHA-256 digests of all lines, modulo 2<sup>256</sup>, as 64 hexadecimal digits: a sum does not depend
 * on the order, and unlike an exclusive or it does not lose two equal lines. It guards against accidents and shows what
 * changed between two imports; it is no signature.
 */
public final class ContentChecksum {
    private static final Duration TIMEOUT = Duration.ofHours(1);
    private static final int WORDS = 4;

    private final MessageDigest digest = sha256();
    /** The sum in 64-bit words, the most significant first. */
    private final long[] sum = new long[WORDS];

    private ContentChecksum() {}

    /** The checksum of all that stands in the store; streams, about 200,000 nodes and relationships a second. */
    public static String of(GraphStore store) {
        ContentChecksum checksum = new ContentChecksum();
        try (Rows nodes = store.read(ReleaseStatements.ALL_NODES, TIMEOUT)) {
            while (nodes.hasNext()) {
                Row row = nodes.next();
                checksum.addNode(row.list("labels"), row.map("properties"));
            }
        }
        try (Rows relationships = store.read(ReleaseStatements.ALL_RELATIONSHIPS, TIMEOUT)) {
            while (relationships.hasNext()) {
                Row row = relationships.next();
                checksum.addRelationship(
                        row.string("from"), row.string("type"), row.string("to"), row.map("properties"));
            }
        }
        return checksum.hex();
    }

    private void addNode(List<@Nullable Object> labels, Map<String, @Nullable Object> properties) {
        List<String> sorted = new ArrayList<>();
        labels.forEach(label -> sorted.add(String.valueOf(label)));
        Collections.sort(sorted);
        CanonicalText line = new CanonicalText();
        line.value(sorted);
        line.value(properties);
        add(line.toString());
    }

    private void addRelationship(String from, String type, String to, Map<String, @Nullable Object> properties) {
        CanonicalText line = new CanonicalText();
        line.value(from);
        line.value(type);
        line.value(to);
        line.value(properties);
        add(line.toString());
    }

    private void add(String line) {
        byte[] hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            long addend = word(hash, word);
            long partial = sum[word] + addend;
            long total = partial + carry;
            carry = Long.compareUnsigned(partial, addend) < 0 || Long.compareUnsigned(total, partial) < 0 ? 1 : 0;
            sum[word] = total;
        }
    }

    private String hex() {
        StringBuilder hex = new StringBuilder();
        for (long word : sum) {
            hex.append(HexFormat.of().toHexDigits(word));
        }
        return hex.toString();
    }

    private static long word(byte[] hash, int word) {
        long value = 0;
        for (int i = word * Long.BYTES; i < (word + 1) * Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return value;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
