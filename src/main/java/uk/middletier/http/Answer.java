package uk.middletier.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.AtomFeed;
import uk.middletier.export.Column;
import uk.middletier.export.GraphData;
import uk.middletier.export.GraphSource;
import uk.middletier.export.TableRows;
import uk.middletier.model.Ref;

/** What a question has for an answer, before it is written in a format. */
sealed interface Answer {
    /** One thing: a tree of maps, lists and values. */
    record Item(Map<String, @Nullable Object> data) implements Answer {}

    /** Rows of which a page is shown. One row more than the page's limit may come: it tells of another page. */
    record Table(List<Column> columns, TableRows rows) implements Answer {}

    /**
     * Values of measures of areas over time: columns in JSON, in other formats a row for each date and area.
     *
     * @param lines of areas, or all of them of summaries
     * @param measures a column each, of numbers
     * @param cursor begins at the first date; a new one each time
     */
    record Series(List<LocalDate> dates, List<Line> lines, List<Column> measures, Supplier<Cursor> cursor)
            implements Answer {
        /** Goes from date to date. */
        interface Cursor {
            /** To the date of that place; never back. */
            void goTo(int tick);

            /** The value on the date it is at; NaN where it is undefined. */
            double value(int line, int measure);
        }

        long values() {
            return (long) dates.size() * lines.size() * measures.size();
        }
    }

    /** What values are of: an area, or what is said of many, which is none. */
    record Line(@Nullable Ref area, @Nullable SeriesSummary summary) {
        static Line of(Ref area) {
            return new Line(area, null);
        }

        static Line of(SeriesSummary summary) {
            return new Line(null, summary);
        }

        /** Whether its values of a measure are whole numbers. */
        boolean whole(Column measure) {
            if (summary == null || summary == SeriesSummary.TOTAL) {
                return measure.type() == Column.Type.INTEGER;
            }
            return summary == SeriesSummary.AREAS;
        }
    }

    /**
     * Many rows of which JSON holds the columns, each a list; in other formats rows.
     *
     * @param data what JSON holds: maps, lists and values
     * @param rowCount how many rows there are
     * @param columns of the rows
     * @param rows begin at the first; others each time
     */
    record Packed(
            Supplier<Map<String, @Nullable Object>> data, long rowCount, List<Column> columns, Supplier<TableRows> rows)
            implements Answer {}

    /**
     * Nodes and edges.
     *
     * @param meta what is to be said of it: how much of it there is
     * @param beside what stands beside nodes and edges in an envelope
     */
    record Graph(
            GraphSource graph,
            int nodes,
            int edges,
            Map<String, @Nullable Object> meta,
            Map<String, @Nullable Object> beside)
            implements Answer {
        /** All of what was found in rows. */
        static Graph of(GraphData graph) {
            return new Graph(graph, graph.nodeCount(), graph.edgeCount(), Map.of("truncated", false), Map.of());
        }
    }

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
