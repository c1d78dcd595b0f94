package uk.middletier.release;

import java.nio.file.Path;

/**
 * One release on disk.
 *
 * @param folder holds the manifest, the store and the report of issues
 */
public record Release(Path folder, Manifest manifest) {
    static final String STORE = "store";
    /** What the store answers to what every server asks when it opens it. */
    static final String ANSWERS = "answers";

    static final String ISSUES_CSV = "issues.csv";
    /** Name of the file with problems counted and sampled. */
    public static final String ISSUES_JSON = "issues.json";

    public String id() {
        return manifest.id();
    }

    /** Home folder of the graph store. */
    public Path store() {
        return folder.resolve(STORE);
    }

    /**
     * Answers of the store, for {@link uk.middletier.graph.RecordedAnswers}; a release of an early build has none. Read where
     * they lie: nobody writes to them.
     */
    public Path answers() {
        return folder.resolve(ANSWERS);
    }

    /** Every problem of the data, one per line. */
    public Path issuesCsv() {
        return folder.resolve(ISSUES_CSV);
    }

    /** Problems counted and sampled. */
    public Path issuesJson() {
        return folder.resolve(ISSUES_JSON);
    }
}
