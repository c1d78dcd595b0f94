package uk.middletier;

import uk.middletier.app.CommandLineInterface;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Hands the arguments to the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments));
    }
}
