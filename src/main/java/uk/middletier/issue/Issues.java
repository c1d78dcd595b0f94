package uk.middletier.issue;

/** Where problems are handed in. */
@FunctionalInterface
public interface Issues {
    void add(Issue issue);

    default void add(
            IssueCode code,
            String file,
            long line,
            @org.jspecify.annotations.Nullable String subject,
            String found,
            String done) {
        add(new Issue(code, file, line, subject, found, done));
    }
}
