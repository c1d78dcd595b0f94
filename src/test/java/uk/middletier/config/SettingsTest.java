package uk.middletier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void nothingGiven_isEveryDefault() {
        assertThat(of(Map.of(), Map.of(), null))
                .isEqualTo(new Settings(
                        Path.of("data"),
                        null,
                        List.of(URI.create(Setting.FROM.defaultValue())),
                        "127.0.0.1",
                        8080,
                        Path.of("queries"),
                        true,
                        null,
                        Duration.ofSeconds(10),
                        2 * Runtime.getRuntime().availableProcessors(),
                        64,
                        Duration.ofSeconds(10),
                        2,
                        256,
                        256,
                        512,
                        false,
                        false,
                        Duration.ofSeconds(1),
                        new Callers(Set.of("127.0.0.1"), null, Proxies.NONE, 0, 0, 1_000, Duration.ofSeconds(30))));
    }

    /** Of flag, environment and file those are given that the row has a port for. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 1", "1, 2,  , 1", "1,  , 3, 1", "1,  ,  , 1", " , 2, 3, 2", " , 2,  , 2", " ,  , 3, 3"})
    void flagGoesBeforeEnvironmentBeforeFile(
            @Nullable String flag, @Nullable String variable, @Nullable String property, int port) throws IOException {
        Settings settings = of(
                flag == null ? Map.of() : Map.of(Setting.PORT, flag),
                variable == null ? Map.of() : Map.of("MIDDLETIER_PORT", variable),
                file(property == null ? "# nothing" : "port = " + property));
        assertThat(settings.port()).isEqualTo(port);
    }

    @Test
    void boltIsOffOrAPort() {
        assertThat(of(Map.of(), Map.of(), null).bolt()).isNull();
        assertThat(of(Map.of(Setting.BOLT, "0"), Map.of(), null).bolt()).isZero();
        assertThat(of(Map.of(Setting.BOLT, "7687"), Map.of(), null).bolt()).isEqualTo(7687);
        assertThatThrownBy(() -> of(Map.of(Setting.BOLT, "on"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--bolt is \"on\"; it takes a whole number from 0 to 65535 (port) or off.");
    }

    @ParameterizedTest
    @CsvSource({
        "neo4j://graph.example, neo4j://graph.example, neo4j",
        "neo4j://graph.example:7688/register, neo4j://graph.example:7688, register",
        "neo4j+s://graph.example/?policy=near, neo4j+s://graph.example?policy=near, neo4j",
        "bolt+ssc://[::1]:7687/a.b-c, bolt+ssc://[::1]:7687, a.b-c",
    })
    void storeIsADatabaseOfAServer(String given, String address, String database) {
        RemoteStore store = Objects.requireNonNull(
                of(Map.of(Setting.STORE, given), Map.of(), null).store());
        assertThat(store).isEqualTo(new RemoteStore(URI.create(address), database, null, null));
        assertThat(store).hasToString(address + "/" + database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.example",
                "neo4j:graph",
                "graph.example:7687",
                "neo4j://",
                "neo4j://graph.example/a/b",
                "neo4j://graph.example/1",
                "bolt://graph.example?policy=near",
                "neo4j://graph.example#x",
                "neo4j://graph example"
            })
    void whatIsNoAddressOfAStore_isRefused(String given) {
        assertThatThrownBy(() -> of(Map.of(Setting.STORE, given), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--store is \"" + given + "\"; it takes embedded, or the address");
    }

    @Test
    void passwordsAreNeverPartOfAnAddress_norOfAMessage() throws IOException {
        assertThatThrownBy(() -> of(Map.of(Setting.STORE, "neo4j://reader:secret@graph.example"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("MIDDLETIER_STORE_PASSWORD")
                .hasMessageNotContaining("secret");
        Map<Setting, String> flags = Map.of(Setting.STORE, "neo4j://graph.example");
        Settings settings =
                of(flags, Map.of("MIDDLETIER_STORE_USER", "reader", "MIDDLETIER_STORE_PASSWORD", "secret"), null);
        assertThat(Objects.requireNonNull(settings.store()).password()).isEqualTo("secret");
        assertThat(settings.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> of(flags, Map.of("MIDDLETIER_STORE_PASSWORD", "secret"), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage("MIDDLETIER_STORE_USER is missing; a user and a password go together.");
    }

    @Test
    void fileWithThePassword_isForItsOwnerAlone() throws IOException {
        Path login = Files.writeString(folder.resolve("login"), "user = reader\npassword = secret\n");
        Map<Setting, String> flags =
                Map.of(Setting.STORE, "neo4j://graph.example", Setting.STORE_AUTH, login.toString());
        Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> of(flags, Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("chmod 600 " + login);
        Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(of(flags, Map.of("MIDDLETIER_STORE_USER", "other"), null).store())
                .isEqualTo(new RemoteStore(URI.create("neo4j://graph.example"), "neo4j", "reader", "secret"));
        Files.writeString(login, "user = reader\n");
        assertThatThrownBy(() -> of(flags, Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage("password in " + login + " is missing; a user and a password go together.");
        Files.delete(login);
        assertThatThrownBy(() -> of(flags, Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, auto, 127.0.0.1",
        "localhost, auto, localhost",
        "0.0.0.0, auto,",
        "0.0.0.0, any,",
        "127.0.0.1, any,",
        "127.0.0.1, 'Schools.example.org, [2001:db8::1]', 'schools.example.org [2001:db8::1]'",
    })
    void namesAreThoseOfLoopback_unlessTheServerIsExposedOrOthersAreSaid(
            String host, String hosts, @Nullable String expected) {
        Callers callers = of(Map.of(Setting.HOST, host, Setting.HOSTS, hosts), Map.of(), null)
                .callers();
        assertThat(callers.hosts()).isEqualTo(expected == null ? null : Set.of(expected.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://schools.example.org", "schools.example.org:443", "a,,b", "*"})
    void whatIsNoName_isRefused(String hosts) {
        assertThatThrownBy(() -> of(Map.of(Setting.HOSTS, hosts), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--hosts is \"" + hosts + "\"; it takes auto, any, or names");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, auto, none, auto, true",
        "0.0.0.0, auto, none, auto, false",
        "127.0.0.1, schools.example.org, none, auto, false",
        "127.0.0.1, auto, 127.0.0.1, auto, false",
        "0.0.0.0, any, 127.0.0.1, on, true",
        "127.0.0.1, auto, none, off, false"
    })
    void statementsAreTaken_onlyWhereNobodyElseIsLetIn_orIfThatIsSaid(
            String host, String hosts, String proxies, String cypher, boolean on) {
        Map<Setting, String> flags =
                Map.of(Setting.HOST, host, Setting.HOSTS, hosts, Setting.PROXIES, proxies, Setting.CYPHER, cypher);
        assertThat(of(flags, Map.of(), null).adHoc()).isEqualTo(on);
    }

    @Test
    void aBurstIsAsMuchAsAMinuteGives_unlessMoreOrLessIsSaid() {
        Map<Setting, String> limit = Map.of(Setting.RATE_LIMIT, "120");
        assertThat(of(limit, Map.of(), null).callers())
                .extracting("perMinute", "burst")
                .containsExactly(120, 120);
        assertThat(of(with(limit, Setting.RATE_BURST, "20"), Map.of(), null)
                        .callers()
                        .burst())
                .isEqualTo(20);
        assertThatThrownBy(() -> of(Map.of(Setting.RATE_LIMIT, "0"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--rate-limit is \"0\"; it takes a whole number from 1 to 1000000 (requests) or off.");
    }

    @Test
    void proxiesAreAddressesOrNetworks() {
        Proxies proxies = of(Map.of(Setting.PROXIES, "127.0.0.1, 10.0.0.0/8,fd00::/8"), Map.of(), null)
                .callers()
                .proxies();
        assertThat(Stream.of("127.0.0.1", "10.9.8.7", "fd12::1", "127.0.0.2", "11.0.0.1", "2001:db8::1")
                        .filter(address -> proxies.trusts(new IPAddressString(address).getAddress())))
                .containsExactly("127.0.0.1", "10.9.8.7", "fd12::1");
        for (String bad : new String[] {"localhost", "10.0.0.0/33", "10.0.0.1,", "*"}) {
            assertThatThrownBy(() -> of(Map.of(Setting.PROXIES, bad), Map.of(), null))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("--proxies has \"");
        }
    }

    @Test
    void wordsOfTheLogAreChecked() {
        Settings settings = of(Map.of(Setting.LOG_REQUESTS, "on", Setting.LOG_FORMAT, "json"), Map.of(), null);
        assertThat(settings.logRequests()).isTrue();
        assertThat(settings.logJson()).isTrue();
        assertThatThrownBy(() -> of(Map.of(Setting.LOG_FORMAT, "xml"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--log-format is \"xml\"; it takes text or json.");
    }

    @Test
    void fileMayHoldSomeSettings_andTheOthersKeepTheirDefaults() throws IOException {
        Settings settings = of(Map.of(), Map.of(), file("data = /srv/schulen-ä\npage-cache: 1024\n"));
        assertThat(settings.data()).isEqualTo(Path.of("/srv/schulen-ä"));
        assertThat(settings.pageCacheMib()).isEqualTo(1024);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void addressesToDownloadFrom_areSeveralWithCommasBetween() {
        assertThat(of(Map.of(Setting.FROM, "https://one.example/a/, http://two.example"), Map.of(), null)
                        .from())
                .containsExactly(URI.create("https://one.example/a/"), URI.create("http://two.example"));
        for (String bad : new String[] {"one.example", "ftp://one.example/", "https://one.example/,", "https:///a"}) {
            assertThatThrownBy(() -> of(Map.of(Setting.FROM, bad), Map.of(), null))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("--from is \"")
                    .hasMessageEndingWith("it takes addresses that begin with https:// or http://.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,             0,      65535,  port",
        "TIMEOUT,          1,         60,  seconds",
        "CONCURRENCY,      0,      10000,  questions",
        "QUEUE,            0,     100000,  questions",
        "PAGE_CACHE,       8,    1000000,  MiB",
        "QUERY_MEMORY,     1,    1000000,  MiB",
        "ALL_QUERY_MEMORY, 256,  1000000,  MiB",
        "SLOW,             0,    3600000,  ms",
        "RATE_BURST,       0,    1000000,  requests",
        "CONNECTIONS,      1,     100000,  connections",
        "CLIENT_TIMEOUT,   1,        600,  seconds",
    })
    void numberOutOfItsRange_isRefusedWithTheRange(Setting setting, int least, int most, String unit) {
        Map<Setting, String> room =
                setting == Setting.QUERY_MEMORY ? Map.of(Setting.ALL_QUERY_MEMORY, "1000000") : Map.of();
        for (int good : new int[] {least, most}) {
            of(with(room, setting, String.valueOf(good)), Map.of(), null);
        }
        for (String bad :
                new String[] {String.valueOf(least - 1), String.valueOf(most + 1), "ten", "", "1.5", "99999999999"}) {
            assertThatThrownBy(() -> of(with(room, setting, bad), Map.of(), null))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(setting.flag() + " is \"" + bad + "\"; it takes a whole number from " + least + " to "
                            + most + " (" + unit + ").");
        }
    }

    @Test
    void badValue_isSaidToComeFromWhereItDoes() throws IOException {
        Path file = file("port = eighty");
        assertThatThrownBy(() -> of(Map.of(Setting.PORT, "x"), Map.of("MIDDLETIER_PORT", "y"), file))
                .hasMessageStartingWith("--port is \"x\"");
        assertThatThrownBy(() -> of(Map.of(), Map.of("MIDDLETIER_PORT", "y"), file))
                .hasMessageStartingWith("MIDDLETIER_PORT is \"y\"");
        assertThatThrownBy(() -> of(Map.of(), Map.of(), file))
                .hasMessageStartingWith("port in " + file + " is \"eighty\"");
    }

    @ParameterizedTest
    @CsvSource({"DATA, data (folder)", "HOST, 127.0.0.1 (address)"})
    void emptyText_isRefused_forItWouldMeanTheFolderOneIsIn(Setting setting, String example) {
        assertThatThrownBy(() -> of(Map.of(), Map.of(setting.environment(), " "), null))
                .isInstanceOf(SettingsException.class)
                .hasMessage(setting.environment() + " is empty; it takes, for example, " + example + ".");
    }

    @Test
    void textThatIsNoPath_isRefused() {
        assertThatThrownBy(() -> of(Map.of(Setting.DATA, "a\0b"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--data is no name of a folder: ");
    }

    @Test
    void nameInTheFileThatIsNoSetting_isRefusedWithThoseThereAre() throws IOException {
        Path file = file("prot = 1");
        assertThatThrownBy(() -> of(Map.of(), Map.of(), file))
                .isInstanceOf(SettingsException.class)
                .hasMessage("No setting is called prot (in " + file
                        + "); there are data, store, store-auth, from, host, port, hosts, tokens, proxies,"
                        + " rate-limit, rate-burst, connections, client-timeout, queries, cypher, bolt,"
                        + " timeout, concurrency, queue, grace, releases, page-cache, query-memory, all-query-memory,"
                        + " log-requests, log-format, slow");
    }

    @Test
    void variableThatIsNoSetting_isNobodysBusiness() {
        assertThat(of(Map.of(), Map.of("MIDDLETIER_COLOUR", "green"), null).port())
                .isEqualTo(8080);
    }

    @Test
    void fileThatIsMissing_aFolder_orNotUtf8_isNamedWithTheReason() throws IOException {
        Path missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> of(Map.of(), Map.of(), missing))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Cannot read the settings file " + missing + ": there is no such file.");
        assertThatThrownBy(() -> of(Map.of(), Map.of(), folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Cannot read the settings file " + folder + ": ");
        Path latin = Files.write(folder.resolve("latin"), "data = \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> of(Map.of(), Map.of(), latin))
                .hasMessage("Cannot read the settings file " + latin + ": it is not in UTF-8.");
        Path escape = file("data = \\uXYZ");
        assertThatThrownBy(() -> of(Map.of(), Map.of(), escape))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Cannot read the settings file " + escape + ": ");
    }

    @ParameterizedTest
    @EnumSource
    void settingHasOneNameInThreeSpellings(Setting setting) {
        assertThat(setting.flag()).isEqualTo("--" + setting.key());
        assertThat(setting.environment()).matches("MIDDLETIER_[A-Z_]+");
        assertThat(Setting.find(setting.key())).contains(setting);
    }

    private static Settings of(Map<Setting, String> flags, Map<String, String> environment, @Nullable Path file) {
        return Settings.of(flags, environment, file);
    }

    private static Map<Setting, String> with(Map<Setting, String> others, Setting setting, String value) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(others);
        all.put(setting, value);
        return all;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.properties"), text);
    }
}
