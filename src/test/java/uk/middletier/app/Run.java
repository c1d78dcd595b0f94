package uk.middletier.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command run to its end inside this process, and what it said.
 *
 * @param out what came on standard output
 * @param err what came on standard error
 */
record Run(int exit, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
