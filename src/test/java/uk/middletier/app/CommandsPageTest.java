package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of the commands says what the commands say of themselves. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/commands.md");

    /** What stands above it is written by hand. */
    private static final String BEGIN = "<!-- From here on as the commands say it themselves. -->\n";

    static List<CommandLine> commands() {
        List<CommandLine> commands = new ArrayList<>();
        collect(CommandLineInterface.build(), commands);
        return commands;
    }

    private static void collect(CommandLine line, List<CommandLine> commands) {
        for (CommandLine sub : line.getSubcommands().values()) {
            // picocli's own command, which every page of help names.
            if (!sub.getCommandName().equals("help")) {
                commands.add(sub);
                collect(sub, commands);
            }
        }
    }

    @Test
    void pageIsWhatTheCommandsSay() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        assertThat(begin).isPositive();
        String expected = page.substring(0, begin)
                + BEGIN
                + commands().stream().map(CommandsPageTest::section).collect(Collectors.joining());

        Path made = Files.writeString(Files.createDirectories(Path.of("target")).resolve("commands.md"), expected);

        assertThat(page).as("as it should be: %s", made).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandThatDoesSomething_hasExamplesOfItself(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            assertThat(command.getCommandSpec().usageMessage().footer())
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(example)
                            .contains(command.getCommandSpec().qualifiedName()));
        }
    }

    @Test
    void completionNamesEveryCommandAndOption() {
        String script = Run.of("completion").out();

        assertThat(script).startsWith("#!/usr/bin/env bash\n").doesNotContain("\r");
        for (CommandLine command : commands()) {
            assertThat(script).contains(command.getCommandName());
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(script).contains(option.names());
            }
        }
    }

    private static String section(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        StringBuilder text = new StringBuilder("\n## `")
                .append(command.qualifiedName())
                .append("`\n\n")
                .append(String.join("\n", command.usageMessage().description()))
                .append("\n\n```text\n")
                .append(new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF)).synopsis(0))
                .append("```\n\n| | |\n|---|---|\n");
        command.positionalParameters().forEach(parameter -> text.append(row(name(parameter), parameter)));
        command.options().forEach(option -> text.append(row(name(option), option)));
        line.getSubcommands()
                .forEach((name, sub) -> text.append("| `")
                        .append(name)
                        .append("` | ")
                        .append(String.join(
                                " ", sub.getCommandSpec().usageMessage().description()))
                        .append(" |\n"));
        String[] examples = command.usageMessage().footer();
        if (examples.length > 0) {
            text.append("\n```sh\n");
            Arrays.stream(examples)
                    .map(String::strip)
                    .forEach(example -> text.append(example).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }

    private static String name(PositionalParamSpec parameter) {
        return parameter.paramLabel();
    }

    private static String name(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    private static String row(String name, ArgSpec argument) {
        String description = String.join(" ", argument.description());
        if (argument.defaultValue() != null) {
            description = description.replace("${DEFAULT-VALUE}", argument.defaultValue());
        }
        if (argument.completionCandidates() != null) {
            description =
                    description.replace("${COMPLETION-CANDIDATES}", String.join(", ", argument.completionCandidates()));
        }
        return "| `" + name + "` | " + description.replace("|", "\\|") + " |\n";
    }
}
