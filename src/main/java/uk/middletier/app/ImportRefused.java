package uk.middletier.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.IssueLog;

/** An import whose sources are broken; the message lists what is wrong and what would do. */
final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private ImportRefused(String message) {
        super(message);
    }

    /**
     * A refusal that shows the first errors of each code.
     *
     * @param beyond what ended the import, if it was more than the errors
     * @param list where all issues are kept
     * @param allowErrors whether errors were to be passed over, so that this is no way out
     */
    static ImportRefused because(IssueLog log, @Nullable String beyond, Path list, boolean allowErrors) {
        List<IssueCode> errors = log.summary().keySet().stream()
                .filter(code -> code.severity() == IssueCode.Severity.ERROR)
                .toList();
        long all = errors.stream().mapToLong(log.summary()::get).sum();
        StringBuilder message = new StringBuilder("nothing was imported, because the sources are broken in ")
                .append(all)
                .append(all == 1 ? " place." : " places.");
        for (IssueCode code : errors) {
            message.append("\n  ").append(code).append(": ").append(code.title());
            log.listFirst(code).stream()
                    .limit(SHOWN)
                    .forEach(issue -> message.append("\n    ")
                            .append(issue.file())
                            .append(", line ")
                            .append(issue.line())
                            .append(": ")
                            .append(issue.found()));
            long more = log.summary().getOrDefault(code, 0L) - SHOWN;
            if (more > 0) {
                message.append("\n    and ").append(more).append(" more");
            }
        }
        if (beyond != null) {
            message.append("\n  ").append(beyond);
        }
        message.append("\nMend them (all are listed in ").append(list).append(')');
        message.append(allowErrors ? "." : ", or import without the rows and values concerned: --allow-errors.");
        return new ImportRefused(message.toString());
    }
}
