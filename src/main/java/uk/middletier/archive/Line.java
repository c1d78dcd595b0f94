package uk.middletier.archive;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CSV.
 *
 * @param number of the line it begins in, from 1
 * @param fields null where there is nothing; an empty text if there are quotes with nothing between
 */
record Line(long number, List<@Nullable String> fields) {
    /** Makes lines of what a reader finds. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<Line> {
        private List<@Nullable String> fields = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>(fields.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            fields.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
        }

        @Override
        protected Line buildRecord() {
            return new Line(getStartingLineNumber(), fields);
        }
    }
}
