package uk.middletier.graph;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Supplier;
import uk.middletier.cypher.Statement;

/**
 * The answers of a store to certain statements, kept beside it: a store that never changes answers the same for ever, and
 * a file is read in a fraction of the time that the same takes to be planned and run, and while the store is still being
 * opened. A file per statement, named after it, so that a statement which has changed since is asked of the store.
 *
 * <p>CBOR (RFC 8949): one array of the statement, its columns, and a row per element; repeated texts by reference (tags
 * 25 and 256), days by tag 100 (RFC 8943), points by tag 103 as longitude and latitude.
 */
public final class RecordedAnswers implements RowSource {
    /** To be raised when the form of the files changes. */
    private static final String FORM = "1\n";

    private static final int NAME_BYTES = 16;
    private static final CBORFactory CBOR = CBORFactory.builder()
            .enable(CBORGenerator.Feature.STRINGREF)
            .enable(CBORGenerator.Feature.WRITE_MINIMAL_INTS)
            .build();

    private final Path folder;
    private final Supplier<? extends RowSource> store;

    /**
     * Answers from the files of a folder, and from a store what is not in them.
     *
     * @param folder may be missing
     * @param store asked for when it is needed, and may not be there before
     */
    public RecordedAnswers(Path folder, Supplier<? extends RowSource> store) {
        this.folder = folder;
        this.store = store;
    }

    /**
     * Writes what a source answers.
     *
     * @param folder is made
     * @param statements whose answers hold no nodes and no relationships
     * @param timeout how long each may take
     * @throws IOException a file cannot be written
     */
    public static void write(Path folder, RowSource source, Collection<Statement> statements, Duration timeout)
            throws IOException {
        Files.createDirectories(folder);
        for (Statement statement : statements) {
            try (Rows rows = source.read(statement, timeout);
                    CBORGenerator cbor = CBOR.createGenerator(Files.newOutputStream(file(folder, statement)))) {
                RecordedRows.write(statement.script(), rows, cbor);
            }
        }
    }

    @Override
    public Rows read(Statement statement, Duration timeout) {
        CBORParser cbor;
        try {
            cbor = CBOR.createParser(Files.newInputStream(file(folder, statement)));
        } catch (NoSuchFileException e) {
            return store.get().read(statement, timeout);
        } catch (IOException e) {
            throw RecordedRows.unreadable(e);
        }
        boolean opened = false;
        try {
            Rows rows = RecordedRows.open(statement.script(), cbor, timeout);
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                close(cbor);
            }
        }
    }

    private static void close(CBORParser cbor) {
        try {
            cbor.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    private static Path file(Path folder, Statement statement) {
        byte[] digest = ContentChecksum.sha256().digest((FORM + statement.script()).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".cbor");
    }
}
