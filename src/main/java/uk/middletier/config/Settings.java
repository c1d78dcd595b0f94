package uk.middletier.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run, checked.
 *
 * @param data folder of the releases
 * @param store the server that holds the graph; {@code null} = it is in the data folder
 * @param from addresses that end before the names of files
 * @param port 0…65535
 * @param queries folder of saved queries; need not exist
 * @param adHoc whether statements that are in no file are run
 * @param bolt 0…65535; {@code null} = off
 * @param timeout 1 to 60 seconds
 * @param concurrency questions at once, at least 1
 * @param queue questions waiting, 0 or more
 * @param grace none to an hour
 * @param releasesBeside how many may be open beside the current one, 0 to 100
 * @param pageCacheMib at least 8
 * @param queryMemoryMib at least 1
 * @param allQueryMemoryMib at least {@code queryMemoryMib}
 * @param logRequests whether every request has a line in the log
 * @param logJson whether lines of the log are JSON
 * @param slow zero = no question is
 * @param callers who may ask, and how much
 */
public record Settings(
        Path data,
        @Nullable RemoteStore store,
        List<URI> from,
        String host,
        int port,
        Path queries,
        boolean adHoc,
        @Nullable Integer bolt,
        Duration timeout,
        int concurrency,
        int queue,
        Duration grace,
        int releasesBeside,
        int pageCacheMib,
        int queryMemoryMib,
        int allQueryMemoryMib,
        boolean logRequests,
        boolean logJson,
        Duration slow,
        Callers callers) {
    public Settings {
        from = List.copyOf(from);
    }

    private static final String OFF = "off";
    private static final String EMBEDDED = "embedded";
    private static final String NONE = "none";
    /** As they stand in a Host header, IPv6 in brackets. */
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9_.-]+|\\[[0-9a-f:.]+]");

    /** A value and where it came from, for messages. */
    private record Given(String value, String from) {}

    /**
     * Puts the settings together: flags before environment before file before default.
     *
     * @param flags as given on the command line
     * @param environment of the process
     * @param file properties file, if one was named
     * @throws SettingsException for a value out of range, or a name in the file that is no setting
     */
    public static Settings of(Map<Setting, String> flags, Map<String, String> environment, @Nullable Path file) {
        Properties properties = file == null ? new Properties() : load(file);
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String flag = flags.get(setting);
            String variable = environment.get(setting.environment());
            String property = properties.getProperty(setting.key());
            given.put(
                    setting,
                    flag != null
                            ? new Given(flag, setting.flag())
                            : variable != null
                                    ? new Given(variable, setting.environment())
                                    : property != null
                                            ? new Given(property, setting.key() + " in " + file)
                                            : new Given(setting.defaultValue(), setting.flag()));
        }
        int concurrency = integer(given, Setting.CONCURRENCY, 0, 10_000);
        int queryMemory = integer(given, Setting.QUERY_MEMORY, 1, 1_000_000);
        return new Settings(
                folder(given, Setting.DATA),
                store(given, environment),
                addresses(given),
                text(given, Setting.HOST),
                integer(given, Setting.PORT, 0, 65_535),
                folder(given, Setting.QUERIES),
                adHoc(given),
                off(given, Setting.BOLT) ? null : integer(given, Setting.BOLT, 0, 65_535),
                Duration.ofSeconds(integer(given, Setting.TIMEOUT, 1, 60)),
                concurrency == 0 ? 2 * Runtime.getRuntime().availableProcessors() : concurrency,
                integer(given, Setting.QUEUE, 0, 100_000),
                Duration.ofSeconds(integer(given, Setting.GRACE, 0, 3_600)),
                integer(given, Setting.RELEASES, 0, 100),
                integer(given, Setting.PAGE_CACHE, 8, 1_000_000),
                queryMemory,
                integer(given, Setting.ALL_QUERY_MEMORY, queryMemory, 1_000_000),
                choice(given, Setting.LOG_REQUESTS, "on", OFF).equals("on"),
                choice(given, Setting.LOG_FORMAT, "text", "json").equals("json"),
                Duration.ofMillis(integer(given, Setting.SLOW, 0, 3_600_000)),
                callers(given, environment));
    }

    /** Whether others than this machine's users may reach the port. */
    public boolean exposed() {
        return !isLoopback(host);
    }

    /** The same, with a folder below the data folder in its place, and the graph in it. */
    public Settings withData(String below) {
        return new Settings(
                data.resolve(below),
                null,
                from,
                host,
                port,
                queries,
                adHoc,
                bolt,
                timeout,
                concurrency,
                queue,
                grace,
                releasesBeside,
                pageCacheMib,
                queryMemoryMib,
                allQueryMemoryMib,
                logRequests,
                logJson,
                slow,
                callers);
    }

    private static Callers callers(Map<Setting, Given> given, Map<String, String> environment) {
        int perMinute = off(given, Setting.RATE_LIMIT) ? 0 : integer(given, Setting.RATE_LIMIT, 1, 1_000_000);
        int burst = integer(given, Setting.RATE_BURST, 0, 1_000_000);
        return new Callers(
                hosts(given),
                Tokens.read(tokenFile(given), environment),
                Proxies.parse(
                        text(given, Setting.PROXIES),
                        value(given, Setting.PROXIES).from()),
                perMinute,
                burst == 0 ? perMinute : burst,
                integer(given, Setting.CONNECTIONS, 1, 100_000),
                Duration.ofSeconds(integer(given, Setting.CLIENT_TIMEOUT, 1, 600)));
    }

    private static @Nullable Path tokenFile(Map<Setting, Given> given) {
        return text(given, Setting.TOKENS).strip().equals(NONE) ? null : folder(given, Setting.TOKENS);
    }

    private static @Nullable Set<String> hosts(Map<Setting, Given> given) {
        String host = text(given, Setting.HOST).strip().toLowerCase(Locale.ROOT);
        String text = text(given, Setting.HOSTS).strip();
        return switch (text) {
            case "any" -> null;
            case "auto" -> isLoopback(host) ? Set.of(host) : null;
            default -> {
                List<String> names = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList();
                if (names.stream().anyMatch(name -> !HOST_NAME.matcher(name).matches())) {
                    throw new SettingsException(value(given, Setting.HOSTS).from() + " is \"" + text
                            + "\"; it takes auto, any, or names without port, with commas between them:"
                            + " schools.example.org,schools");
                }
                yield Set.copyOf(names);
            }
        };
    }

    private static boolean off(Map<Setting, Given> given, Setting setting) {
        return text(given, setting).trim().equals(OFF);
    }

    private static List<URI> addresses(Map<Setting, Given> given) {
        List<URI> addresses = new ArrayList<>();
        for (String text : text(given, Setting.FROM).split(",", -1)) {
            try {
                URI address = new URI(text.strip());
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    addresses.add(address);
                    continue;
                }
            } catch (URISyntaxException e) {
                // said below
            }
            throw new SettingsException(value(given, Setting.FROM).from() + " is \"" + text.strip()
                    + "\"; it takes addresses that begin with https:// or http://.");
        }
        return addresses;
    }

    private static boolean adHoc(Map<Setting, Given> given) {
        Given value = value(given, Setting.CYPHER);
        return switch (value.value().trim()) {
            case "on" -> true;
            case "off" -> false;
            case "auto" ->
                isLoopback(text(given, Setting.HOST))
                        // Whoever names those lets others in by a proxy.
                        && text(given, Setting.HOSTS).strip().equals("auto")
                        && text(given, Setting.PROXIES).strip().equals(NONE);
            default ->
                throw new SettingsException(value.from() + " is \"" + value.value() + "\"; it takes on, off or auto.");
        };
    }

    private static @Nullable RemoteStore store(Map<Setting, Given> given, Map<String, String> environment) {
        Given address = value(given, Setting.STORE);
        if (address.value().strip().equals(EMBEDDED)) {
            return null;
        }
        StoreLogin login = value(given, Setting.STORE_AUTH).value().strip().equals(NONE)
                ? StoreLogin.of(environment)
                : StoreLogin.read(folder(given, Setting.STORE_AUTH));
        return RemoteStore.parse(text(given, Setting.STORE).strip(), address.from(), login);
    }

    private static String choice(Map<Setting, Given> given, Setting setting, String one, String other) {
        Given value = value(given, setting);
        String word = value.value().trim();
        if (!word.equals(one) && !word.equals(other)) {
            throw new SettingsException(
                    value.from() + " is \"" + value.value() + "\"; it takes " + one + " or " + other + ".");
        }
        return word;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingsException("Cannot read the settings file " + file + ": there is no such file.");
        } catch (CharacterCodingException e) {
            throw new SettingsException("Cannot read the settings file " + file + ": it is not in UTF-8.");
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("Cannot read the settings file " + file + ": " + e.getMessage());
        }
        for (String name : properties.stringPropertyNames()) {
            if (Setting.find(name).isEmpty()) {
                throw new SettingsException("No setting is called " + name + " (in " + file + "); there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .toList()));
            }
        }
        return properties;
    }

    private static Path folder(Map<Setting, Given> given, Setting setting) {
        String text = text(given, setting);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SettingsException(
                    value(given, setting).from() + " is no name of a folder: " + e.getReason() + ".");
        }
    }

    private static String text(Map<Setting, Given> given, Setting setting) {
        Given value = value(given, setting);
        if (value.value().isBlank()) {
            throw new SettingsException(value.from() + " is empty; it takes, for example, " + setting.defaultValue()
                    + " (" + setting.unit() + ").");
        }
        return value.value();
    }

    private static int integer(Map<Setting, Given> given, Setting setting, int least, int most) {
        Given value = value(given, setting);
        try {
            int number = Integer.parseInt(value.value().trim());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new SettingsException(value.from() + " is \"" + value.value() + "\"; it takes a whole number from "
                + least + " to " + most + " (" + setting.unit() + ")"
                + (setting.defaultValue().equals(OFF) ? " or " + OFF : "") + ".");
    }

    private static Given value(Map<Setting, Given> given, Setting setting) {
        return Objects.requireNonNull(given.get(setting));
    }
}
