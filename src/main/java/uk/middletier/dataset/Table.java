package uk.middletier.dataset;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;

/** A source as rows under a header. */
final class Table {
    /**
     * The group links of 2017–2019 name this column in the header and have no field for it in any row, so that every
     * row is one short.
     */
    private static final String HEADER_ONLY = "HasSharedHT";

    /**
     * The longest field of the downloads of 2017 to 2026 has 215 letters. One of thousands is what a lost quotation mark
     * leaves of many rows, and longer than what the store can look things up by.
     */
    private static final int MOST_LETTERS = 1_000;

    private Table() {}

    /**
     * Hands every whole row to {@code use}, in order; answers how many rows there are, whole or not.
     *
     * @throws DatasetException the file cannot be read, or is not the one that was recognised any more
     */
    static long read(Source source, Issues issues, Consumer<Row> use) {
        try (CheckedContents in = CheckedContents.open(source);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .fieldSeparator(source.separator())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(in, source.charset());
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            long rows = read(source, issues, records, use);
            in.assertUnchanged();
            return rows;
        } catch (IOException e) {
            throw unreadable(source, e);
        } catch (CsvParseException e) {
            throw new DatasetException(
                    Recogniser.place(source) + " is not well formed: " + e.getMessage()
                            + ". Look for a quotation mark too many.",
                    e);
        }
    }

    private static long read(Source source, Issues issues, CloseableIterator<CsvRecord> records, Consumer<Row> use) {
        CsvRecord header = next(records, source);
        if (header == null) {
            return 0;
        }
        int width = header.getFieldCount();
        int least = header.getField(width - 1).strip().equals(HEADER_ONLY) ? width - 1 : width;
        Row row = new Row(source, issues, columns(header));
        long count = 0;
        for (CsvRecord next = next(records, source); next != null; next = next(records, source)) {
            count++;
            row.moveTo(next);
            if (next.getFieldCount() < least || next.getFieldCount() > width) {
                row.issue(
                        IssueCode.ROW_TOO_SHORT,
                        next.getFieldCount() + " fields under a header of " + width,
                        "the row is left out");
            } else {
                String tooLong = tooLong(next, header);
                if (tooLong == null) {
                    use.accept(row);
                } else {
                    row.issue(IssueCode.FIELD_TOO_LONG, tooLong, "the row is left out");
                }
            }
        }
        return count;
    }

    private static @Nullable String tooLong(CsvRecord record, CsvRecord header) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            int letters = record.getField(i).length();
            if (letters > MOST_LETTERS) {
                return header.getField(i).strip() + " of " + letters + " letters";
            }
        }
        return null;
    }

    /** The next row, {@code null} behind the last. A file may become unreadable after it was recognised. */
    private static @Nullable CsvRecord next(CloseableIterator<CsvRecord> records, Source source) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw unreadable(source, Objects.requireNonNull(e.getCause()));
        }
    }

    private static DatasetException unreadable(Source source, IOException e) {
        return Recogniser.unreadable(Recogniser.place(source), e);
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(header.getField(i).strip(), i);
        }
        return columns;
    }
}
