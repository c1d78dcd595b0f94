package uk.middletier.app;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.middletier.config.Setting;
import uk.middletier.config.SettingsException;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.BoltImport;
import uk.middletier.graph.CuttingProxy;
import uk.middletier.graph.Neo4jServer;
import uk.middletier.graph.StoreOptions;
import uk.middletier.model.NodeRow;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** A release on a Neo4j server: imported, looked at, served, and missed when it is away. One test follows another. */
@ExtendWith(Neo4jServer.Extension.class)
@EnabledIfSystemProperty(
        named = "middletier.stores",
        matches = "all",
        disabledReason = "takes minutes: -Dmiddletier.stores=all holds a Neo4j server to the embedded store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerStoreIT {
    private static final Instant BUILT = Instant.parse("2025-02-03T04:05:06Z");

    private final Neo4jServer server;

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Path login;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    ServerStoreIT(Neo4jServer server) {
        this.server = server.empty();
    }

    @BeforeAll
    void generate() throws IOException {
        Path kept = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "server-store-");
        data = kept.resolve("data");
        folder = kept.resolve("files");
        files = new Generator(new GenerateOptions(1, 1, Set.of("391"), LocalDate.of(2025, 1, 5)))
                .writeTo(folder)
                .paths();
        login = Files.writeString(kept.resolve("login"), "user = neo4j\npassword = " + Neo4jServer.PASSWORD + "\n");
        Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(1)
    void beforeAnyImport_thereIsNoRelease() {
        Run status = run("status");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.err()).contains("no release in " + server.database()).contains("middletier import --store");
        assertThat(status.err().lines()).hasSize(1);
    }

    @Test
    @Order(2)
    void whatIsNoImportOfOurs_isLeftAlone() {
        server.run("CREATE (:Elsewhere)");
        try {
            for (List<String> more : List.of(List.<String>of(), List.of("--replace"))) {
                Run run = run("import", more);
                assertThat(run.exit()).isEqualTo(1);
                assertThat(run.err())
                        .contains("the database " + server.database() + " is not empty")
                        .contains("is no import of this program");
            }
            assertThat(run("serve").err()).contains("no release in");
        } finally {
            server.run("MATCH (n:Elsewhere) DELETE n");
        }
    }

    @Test
    @Order(3)
    void importCutShort_isNoRelease_andIsRemovedOnDemandOnly() throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            BoltImport cut = BoltImport.begin(server.at("bolt", proxy.port()), false);
            List<NodeRow> nodes = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                nodes.add(new NodeRow("school:" + i, List.of("School"), Map.of("urn", (long) i)));
            }
            cut.write(nodes, List.of());
            proxy.away(true);
        }
        assertThat(run("status").err()).contains("no release in");
        assertThat(run("serve").err()).contains("no release in");
        Run refused = run("import", List.of());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("not finished").contains("--replace");
    }

    @Test
    @Order(4)
    void sameFilesMakeTheSameGraph() {
        Release embedded = new ImportRun(
                        new Releases(data.resolveSibling("embedded")),
                        StoreOptions.DEFAULT,
                        step -> {},
                        InstantSource.fixed(BUILT))
                .run(files, null, false);
        ServerTarget.Imported imported;
        try (ServerTarget target = new ServerTarget(server.database(), true)) {
            imported = new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}, InstantSource.fixed(BUILT))
                    .run(files, null, false, target);
        }
        Manifest there = imported.manifest();
        assertThat(there.contentChecksum()).isEqualTo(embedded.manifest().contentChecksum());
        assertThat(there.counts()).isEqualTo(embedded.manifest().counts());
        assertThat(there.id()).isEqualTo(embedded.id());
        assertThat(there)
                .usingRecursiveComparison()
                .ignoringFields("storeBytes")
                .isEqualTo(embedded.manifest());
        assertThat(imported.issuesCsv()).isNotEmptyFile();
        assertThat(new Releases(data).ids()).isEmpty();
    }

    @Test
    @Order(5)
    void releaseThatStandsThere_isNotOverwritten() {
        for (List<String> more : List.of(List.<String>of(), List.of("--replace"))) {
            Run run = run("import", more);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("holds release 20250203T040506Z-");
        }
    }

    @Test
    @Order(6)
    void commandsAskIt() {
        Run status = run("status");
        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(status.out()).contains("Release 20250203T040506Z-").doesNotContain("MiB");
        Run query = run("query", "trust-size-bins");
        assertThat(query.exit()).as(query.err()).isZero();
        assertThat(query.out().lines()).hasSizeGreaterThan(1);
        Run evidence = run("evidence");
        assertThat(evidence.exit()).as(evidence.err()).isZero();
    }

    @Test
    @Order(7)
    void serverAway_isSaid_andFoundAgainWhenItIsBack() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(server.port());
                RunningService service = new RunningService(
                        data.resolveSibling("nothing"),
                        Map.of(
                                Setting.STORE,
                                "bolt://localhost:" + proxy.port() + "/neo4j",
                                Setting.STORE_AUTH,
                                login.toString()))) {
            assertThat(service.send("/readyz").statusCode()).isEqualTo(200);
            assertThat(service.send("/v1/schools?limit=1").statusCode()).isEqualTo(200);
            proxy.away(true);
            Thread.sleep(1100);
            HttpResponse<String> ready = service.send("/readyz");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.headers().firstValue("Retry-After")).isPresent();
            assertThatJson(ready.body())
                    .inPath("$.detail")
                    .asString()
                    .contains("bolt://localhost:" + proxy.port() + "/neo4j")
                    .doesNotContain(Neo4jServer.PASSWORD);
            HttpResponse<String> schools = service.send("/v1/schools?limit=2");
            assertThat(schools.statusCode()).isEqualTo(503);
            assertThat(schools.headers().firstValue("Retry-After")).isPresent();
            assertThatJson(schools.body()).inPath("$.type").isEqualTo("/docs/problems#not-ready");
            assertThat(schools.body()).doesNotContain("localhost:" + proxy.port());
            assertThat(service.send("/v1/structure?asOf=2015-03-31").statusCode())
                    .isEqualTo(200);
            assertThat(service.send("/livez").statusCode()).isEqualTo(200);
            proxy.away(false);
            Thread.sleep(1100);
            assertThat(service.send("/readyz").statusCode()).isEqualTo(200);
            assertThat(service.send("/v1/schools?limit=2").statusCode()).isEqualTo(200);
        }
        assertThat(data.resolveSibling("nothing")).doesNotExist();
    }

    @Test
    @Order(8)
    void boltOfOurOwn_doesNotGoWithIt() {
        assertThatThrownBy(() -> new RunningService(
                        data,
                        Map.of(
                                Setting.STORE,
                                server.database().toString(),
                                Setting.STORE_AUTH,
                                login.toString(),
                                Setting.BOLT,
                                "0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--bolt and --store do not go together");
    }

    @Test
    @Order(9)
    void anotherFormat_isRefused() {
        server.run(
                "MATCH (r:Release) SET r.manifest = replace(r.manifest, '\"formatVersion\" : 1,', '\"formatVersion\" : 99,')");
        Run serve = run("serve");
        assertThat(serve.exit()).isEqualTo(1);
        assertThat(serve.err()).contains("has format 99").contains("import");
        server.run("MATCH (r:Release) SET r.manifest = '{'");
        assertThat(run("status").err()).contains("is damaged");
    }

    @Test
    @Order(10)
    void databaseThatTheServerCannotMake_isSaid_withWhatWouldDo() {
        Run run = Run.of(
                "import",
                "--store",
                server.database().address() + "/elsewhere",
                "--store-auth",
                login.toString(),
                "--data",
                data.toString(),
                folder.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is no database elsewhere at")
                .contains("cannot be made here")
                .contains("make it there");
    }

    private Run run(String command, String... more) {
        return run(command, List.of(more));
    }

    private Run run(String command, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (command.equals("queries")) {
            arguments.addAll(more);
        }
        arguments.addAll(List.of("--store", server.database().toString(), "--store-auth", login.toString()));
        arguments.addAll(List.of("--data", data.toString()));
        if (!command.equals("queries")) {
            arguments.addAll(more);
        }
        if (command.equals("import")) {
            arguments.add(folder.toString());
        }
        if (command.equals("serve")) {
            arguments.addAll(List.of("--port", "0"));
        }
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.out() + run.err()).doesNotContain(Neo4jServer.PASSWORD);
        return run;
    }
}
