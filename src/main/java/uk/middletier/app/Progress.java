package uk.middletier.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** Says on standard error what a long command is doing: one changing line on a terminal, plain lines elsewhere. */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private boolean open;

    Progress(PrintWriter out) {
        this(out, Ansi.AUTO.enabled());
    }

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(String step) {
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        String line = String.format(Locale.ROOT, "%6.1f s  %s", seconds, step);
        if (terminal) {
            out.print("\r\u001b[K" + line);
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the changing line. */
    @Override
    public void close() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}
