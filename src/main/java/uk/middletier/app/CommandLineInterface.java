package uk.middletier.app;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import uk.middletier.config.Setting;
import uk.middletier.config.SettingsException;

/** The command line: {@code middletier COMMAND …}. Results go to standard output, all else to standard error. */
@Command(
        name = "middletier",
        description = "Who runs which school, at any date: the middle tier of England and Wales as a graph.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage."})
public final class CommandLineInterface {
    private static final Setting[] ASKING = {
        Setting.DATA,
        Setting.STORE,
        Setting.STORE_AUTH,
        Setting.QUERIES,
        Setting.TIMEOUT,
        Setting.PAGE_CACHE,
        Setting.QUERY_MEMORY,
        Setting.ALL_QUERY_MEMORY
    };

    private static final Setting[] SERVING = without(Setting.FROM);

    /** The demo keeps its graph in its own folder, whatever else there is. */
    private static final Setting[] DEMO = without(Setting.FROM, Setting.STORE, Setting.STORE_AUTH);

    private CommandLineInterface() {}

    /**
     * Runs a command to its end.
     *
     * @return 0 done, 1 failed, 2 wrong usage
     */
    public static int run(String... arguments) {
        return execute(build(), arguments);
    }

    /** As {@link #run(String...)}, with other writers in place of standard output and standard error. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return execute(build().setOut(out).setErr(err), arguments);
    }

    private static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // Only exceptions are picocli's business; out of memory, the process must still say so and end.
            Failures.print(e, line.getErr());
            return line.getCommandSpec().exitCodeOnExecutionException();
        }
    }

    static CommandLine build() {
        CommandLine line = new CommandLine(new CommandLineInterface())
                .addSubcommand(command(new DemoCommand(), DEMO))
                .addSubcommand(command(new DownloadCommand(), Setting.FROM))
                .addSubcommand(command(
                        new ImportCommand(), Setting.DATA, Setting.STORE, Setting.STORE_AUTH, Setting.PAGE_CACHE))
                .addSubcommand(command(new ServeCommand(), SERVING))
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new CommandLine(new ReleasesCommand())
                        .addSubcommand(command(new ReleasesCommand.ListCommand(), Setting.DATA))
                        .addSubcommand(command(new ReleasesCommand.UseCommand(), Setting.DATA))
                        .addSubcommand(command(new ReleasesCommand.PruneCommand(), Setting.DATA)))
                .addSubcommand(command(new QueryCommand(), ASKING))
                .addSubcommand(new CommandLine(new QueriesCommand())
                        .addSubcommand(command(new QueriesCommand.CheckCommand(), ASKING)))
                .addSubcommand(command(
                        new EvidenceCommand(), Setting.DATA, Setting.STORE, Setting.STORE_AUTH, Setting.PAGE_CACHE))
                .addSubcommand(command(
                        new ExportCommand(), Setting.DATA, Setting.STORE, Setting.STORE_AUTH, Setting.PAGE_CACHE))
                .addSubcommand(command(new StatusCommand(), Setting.DATA, Setting.STORE, Setting.STORE_AUTH))
                .addSubcommand(new WarmCommand())
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new HelpCommand());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Failures.print(failure, command.getErr());
            if (failure instanceof SettingsException) {
                command.getErr().println("Settings: " + command.getCommandSpec().qualifiedName() + " --help");
                return command.getCommandSpec().exitCodeOnInvalidInput();
            }
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        return line;
    }

    private static Setting[] without(Setting... settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !Arrays.asList(settings).contains(setting))
                .toArray(Setting[]::new);
    }

    private static CommandLine command(Object command, Setting... settings) {
        CommandLine line = new CommandLine(command);
        SettingsOptions.add(line.getCommandSpec(), settings);
        return line;
    }
}
