package uk.middletier.dataset;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the whole of a file tells: how it begins, in which encoding it is, and that it can be read to its
 * end.
 *
 * @param sha256 checksum of the bytes as given, lower-case hex
 * @param contentSha256 checksum of the bytes unpacked: the same for a file and its {@code .gz}
 * @param separator between fields: a tab if the first line has one and no comma, else a comma
 * @param header names of the columns, trimmed; empty if there is none
 * @param hasRows whether anything follows the header
 * @param notTable why it cannot be a CSV file, {@code null} if it may be one
 */
record Probe(
        String sha256,
        String contentSha256,
        Charset charset,
        char separator,
        Set<String> header,
        boolean hasRows,
        @Nullable String notTable) {
    static final int CHUNK = 1 << 16;

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** @throws IOException if the file, or the entry of the archive, cannot be read and unpacked to its end */
    static Probe of(Path path, @Nullable String entry) throws IOException {
        MessageDigest given = newDigest();
        MessageDigest content = newDigest();
        Utf8Check utf8 = new Utf8Check();
        byte[] head = new byte[0];
        boolean more = false;
        InputStream raw = entry == null ? Files.newInputStream(path) : Contents.open(path, entry);
        DigestInputStream counted = new DigestInputStream(raw, given);
        try (InputStream in = entry == null ? Contents.unpack(counted) : counted) {
            byte[] chunk = new byte[CHUNK];
            for (int length = in.readNBytes(chunk, 0, CHUNK); length > 0; length = in.readNBytes(chunk, 0, CHUNK)) {
                if (head.length == 0) {
                    head = Arrays.copyOf(chunk, length);
                } else {
                    more = true;
                }
                content.update(chunk, 0, length);
                utf8.add(chunk, length);
            }
            // Bytes behind the end of a packed file belong to its checksum all the same.
            counted.transferTo(OutputStream.nullOutputStream());
        }
        Charset charset = utf8.charset(startsWith(head, UTF_8_MARK));
        String notTable = notTable(head);
        Set<String> header = new LinkedHashSet<>();
        char separator = separator(head);
        boolean rows = (notTable == null && readHeader(head, charset, separator, header)) || more;
        HexFormat hex = HexFormat.of();
        return new Probe(
                hex.formatHex(given.digest()),
                hex.formatHex(content.digest()),
                charset,
                separator,
                header,
                rows,
                notTable);
    }

    private static char separator(byte[] head) {
        boolean tab = false;
        for (byte b : head) {
            if (b == ',') {
                return ',';
            } else if (b == '\n' || b == '\r') {
                break;
            }
            tab |= b == '\t';
        }
        return tab ? '\t' : ',';
    }

    /** Fills in the header and says whether a row follows within the head. */
    private static boolean readHeader(byte[] head, Charset charset, char separator, Set<String> header)
            throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(true)
                        .fieldSeparator(separator)
                        .ofCsvRecord(new ByteArrayInputStream(head), charset);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (records.hasNext()) {
                records.next().getFields().forEach(column -> header.add(column.strip()));
            }
            return records.hasNext();
        } catch (CsvParseException e) {
            // Whether the second row is well formed is for the reader to say.
            return !header.isEmpty();
        }
    }

    private static @Nullable String notTable(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        String markup = start.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        if (head.length == 0) {
            return "is empty";
        } else if (start.startsWith("%PDF")) {
            return "is a PDF document";
        } else if (start.startsWith("PK\u0003\u0004")) {
            return "is a zip archive or a workbook";
        } else if (start.startsWith("\u001f\u008b")) {
            return "is packed twice";
        } else if (markup.startsWith("<!doctype html") || markup.startsWith("<html")) {
            return "is a web page";
        } else if (markup.startsWith("<") || markup.startsWith("{")) {
            return "is XML or JSON";
        } else if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return "is in UTF-16 (save it as UTF-8)";
        }
        for (byte b : head) {
            if (b == 0) {
                return "is binary";
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
