package uk.middletier.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import uk.middletier.archive.ArchiveException;
import uk.middletier.config.SettingsException;
import uk.middletier.dataset.DatasetException;
import uk.middletier.download.DownloadException;
import uk.middletier.graph.GraphException;
import uk.middletier.release.ReleaseException;

/** What a failed command tells its user: one clear line for what is theirs to mend, a trace only for the unforeseen. */
final class Failures {
    private Failures() {}

    static void print(Throwable thrown, PrintWriter err) {
        Throwable failure = thrown instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : thrown;
        if (failure instanceof SettingsException
                || failure instanceof DatasetException
                || failure instanceof ArchiveException
                || failure instanceof DownloadException
                || failure instanceof ReleaseException
                || failure instanceof GraphException
                || failure instanceof ImportRefused
                || failure instanceof CannotServe) {
            err.println("middletier: " + failure.getMessage());
        } else if (failure instanceof FileSystemException file) {
            err.println("middletier: cannot use " + file.getFile() + ": "
                    + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason()));
        } else if (failure instanceof OutOfMemoryError
                && String.valueOf(failure.getMessage()).contains("native thread")) {
            err.println("middletier: the system gives this process no more threads; allow it more (ulimit -u, or the"
                    + " limit of its container)");
        } else if (failure instanceof OutOfMemoryError) {
            err.println("middletier: not enough memory (" + failure.getMessage()
                    + "); give the program more, such as four gigabytes: java -Xmx4g -jar …");
        } else if (failure instanceof UnsatisfiedLinkError) {
            // The store's libraries bring a piece of native code that is unpacked before it is loaded.
            err.println("middletier: cannot unpack native code into " + System.getProperty("java.io.tmpdir") + " ("
                    + failure.getMessage() + "); make room there, or choose another folder:"
                    + " java -Djava.io.tmpdir=FOLDER -jar …");
        } else {
            err.println("middletier: unexpected failure; please report it with what follows");
            failure.printStackTrace(err);
        }
        err.flush();
    }
}
