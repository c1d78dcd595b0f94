package uk.middletier.app;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The names of commands and options, for the shell to complete. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a script with which bash and zsh complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {"  eval \"$(middletier completion)\"", "  middletier completion > /etc/bash_completion.d/middletier"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String name = spec.root().name();
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash(name, spec.root().commandLine()).replace("\r\n", "\n"));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
