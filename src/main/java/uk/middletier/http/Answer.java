package uk.middletier.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.AtomFeed;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;

/** What a question has for an answer, before it is written in a format. */
sealed interface Answer {
    /** One thing: a tree of maps, lists and values. */
    record Item(Map<String, @Nullable Object> data) implements Answer {}

    /** Rows of which a page is shown. One row more than the page's limit may come: it tells of another page. */
    record Table(List<Column> columns, TableRows rows) implements Answer {}

    /** Entries for feed readers, newest first. */
    record Feed(AtomFeed feed) implements Answer {}

    /**
     * Few rows, all shown, with what belongs beside them, such as their total.
     *
     * @param called the name of the rows in JSON
     */
    record Summary(
            String called,
            List<Column> columns,
            List<List<@Nullable Object>> rows,
            Map<String, @Nullable Object> beside)
            implements Answer {
        Summary(List<Column> columns, List<List<@Nullable Object>> rows, Map<String, @Nullable Object> beside) {
            this("rows", columns, rows, beside);
        }
    }
}
