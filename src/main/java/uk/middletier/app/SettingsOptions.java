package uk.middletier.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import uk.middletier.config.Setting;
import uk.middletier.config.Settings;

/** The table of settings as options of commands. */
final class SettingsOptions {
    private static final String CONFIG = "--config";

    private SettingsOptions() {}

    static void add(CommandSpec command, Setting... settings) {
        for (Setting setting : settings) {
            command.addOption(OptionSpec.builder(setting.flag())
                    .paramLabel(setting.unit().toUpperCase(java.util.Locale.ROOT))
                    .type(String.class)
                    .description(setting.sentence() + " Default: " + setting.defaultValue() + ".")
                    .build());
        }
        command.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .description("Properties file with settings; flags and environment (MIDDLETIER_…) go before it.")
                .build());
        command.mixinStandardHelpOptions(true);
        command.versionProvider(new Version());
    }

    /** What the command was given, checked. */
    static Settings read(CommandSpec command) {
        ParseResult parsed = command.commandLine().getParseResult();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = parsed.matchedOptionValue(setting.flag(), (String) null);
            if (value != null) {
                flags.put(setting, value);
            }
        }
        @Nullable Path file = parsed.matchedOptionValue(CONFIG, (Path) null);
        return Settings.of(flags, System.getenv(), file);
    }
}
