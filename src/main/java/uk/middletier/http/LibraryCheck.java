package uk.middletier.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.query.QueryLibrary;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.RowCheck;
import uk.middletier.query.SavedQuery;

/**
 * Tries every query of a library on a release, with its defaults: whether it may run, whether parameters and columns are
 * as declared, whether it keeps its promises, and what it costs.
 */
public final class LibraryCheck {
    private final QueryLibrary library;
    private final SavedQueries queries;
    private final HeldRelease release;
    private final Duration timeout;

    public LibraryCheck(QueryLibrary library, HeldRelease release, Duration timeout) {
        this.library = library;
        this.queries = new SavedQueries(library);
        this.release = release;
        this.timeout = timeout;
    }

    /**
     * How a query fared.
     *
     * @param rows of the run; −1 if it did not come to one
     * @param millis from question to last row, the second time
     * @param problems empty = none
     */
    public record Finding(String name, long rows, double millis, List<String> problems) {}

    /** One finding for each query and each broken file, by name. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        QueryLibrary.Shelf shelf = library.shelf();
        shelf.broken()
                .forEach(broken -> findings.add(new Finding(
                        broken.name(),
                        -1,
                        0,
                        List.of(broken.file() + ", line " + broken.line() + ": " + broken.message()))));
        shelf.queries().values().forEach(query -> findings.add(check(query)));
        return findings;
    }

    private Finding check(SavedQuery query) {
        try {
            Map<String, List<String>> trial = new LinkedHashMap<>();
            for (QueryParameter parameter : query.parameters()) {
                if (parameter.example() != null) {
                    trial.put(parameter.name(), List.of(parameter.example()));
                } else if (parameter.required()) {
                    return new Finding(
                            query.name(),
                            -1,
                            0,
                            List.of("parameter " + parameter.name() + " has no default; add \"// @example "
                                    + parameter.name() + " value\""));
                }
            }
            Parameters values = Parameters.parse(queries.parameters(query), trial, release);
            Statement statement = SavedQueries.statement(query, values.values());
            queries.plan(release, statement);
            return run(query, statement);
        } catch (Refusal e) {
            return new Finding(query.name(), -1, 0, List.of(e.problem().detail()));
        } catch (GraphException e) {
            return new Finding(query.name(), -1, 0, List.of(String.valueOf(e.getMessage())));
        }
    }

    private Finding run(SavedQuery query, Statement statement) {
        long mark = once(query, statement).mark();
        long began = System.nanoTime();
        Run second = once(query, statement);
        double millis = (System.nanoTime() - began) / 1e6;
        List<String> problems = new ArrayList<>(second.problems());
        if (mark != second.mark()) {
            problems.add("the second run gave its rows in another order; give it an ORDER BY that leaves no ties");
        }
        return new Finding(query.name(), second.rows(), millis, problems);
    }

    private record Run(long rows, long mark, List<String> problems) {}

    private Run once(SavedQuery query, Statement statement) {
        return SavedQueries.told(statement.text(), () -> {
            try (Rows rows = release.store().read(statement, timeout)) {
                RowCheck check = new RowCheck(query, rows.columns());
                long count = 0;
                long mark = 1;
                while (rows.hasNext()) {
                    Row row = rows.next();
                    check.take(row);
                    mark = QueryRows.marked(
                            mark, QueryRows.cells(row, rows.columns().size()));
                    count++;
                }
                return new Run(count, mark, check.finish());
            }
        });
    }
}
