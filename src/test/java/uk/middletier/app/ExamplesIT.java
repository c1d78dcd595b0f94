package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.build.GraphBuild;
import uk.middletier.cypher.Statement;
import uk.middletier.dataset.Sources;
import uk.middletier.example.Example;
import uk.middletier.example.Examples;
import uk.middletier.example.Figure;
import uk.middletier.graph.Rows;
import uk.middletier.http.HeldRelease;
import uk.middletier.issue.IssueLog;

/** The examples imported with no register beside them, each by itself and all at once. */
class ExamplesIT {
    private static final String DAY =
            " AND coalesce(r.from <= date($day), true) AND coalesce(r.to > date($day), true) ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @BeforeAll
    static void importAndServe() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : Examples.names()) {
            Examples.write(name, folder.resolve("files"), 1);
            folders.add(folder.resolve("files").resolve(name));
        }
        service = RunningService.ofImported(folder.resolve("data"), folders);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    static List<Example> examples() {
        return Examples.list();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachByItself_isReadWithoutAnIssue(Example example, @TempDir Path log) {
        try (IssueLog issues = new IssueLog(log, 10)) {
            GraphBuild.build(
                    Sources.recognise(List.of(folder.resolve("files").resolve(example.name())), null)
                            .sources(),
                    issues,
                    step -> {});

            assertThat(issues.summary()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyRowIsInTheGraph(Example example) throws IOException {
        Map<String, Long> counted = new TreeMap<>();
        for (String file : List.of("schools", "bodies", "memberships", "support", "designations", "observations")) {
            counted.put(file, (long) rows(example, file).size());
        }
        long first = 9_000_000 + 10_000L * example.number();
        Map<String, Object> range = Map.of("first", first, "last", first + 9_999, "prefix", example.prefix() + "-");
        String ours = "MATCH (s:School) WHERE $first < s.urn <= $last ";
        String facts = "MATCH ()-[r:OBSERVED]->() WHERE r.source CONTAINS $name RETURN count(r) AS n";

        Map<String, Long> there = new TreeMap<>();
        there.put("schools", count(ours + "RETURN count(s) AS n", range));
        there.put(
                "bodies",
                count(
                        "MATCH (b:Body) WHERE NOT b:LocalAuthority AND split(b.id, ':')[1] STARTS WITH $prefix "
                                + "RETURN count(b) AS n",
                        range));
        there.put(
                "memberships",
                count(
                        ours + "MATCH (s)-[r:MEMBER_OF|SPONSORED_BY|GOVERNED_BY]->(b:Body) WHERE NOT b:LocalAuthority "
                                + "RETURN count(r) AS n",
                        range));
        there.put("support", count(ours + "MATCH (s)-[r:SUPPORTS]->() RETURN count(r) AS n", range));
        there.put("designations", count(ours + "MATCH (s)-[r:DESIGNATED]->() RETURN count(r) AS n", range));
        Map<String, Object> named = new TreeMap<>(range);
        named.put("name", example.name() + "/");
        there.put("observations", count(facts, named));

        assertThat(there).isEqualTo(counted);
    }

    private static List<NamedCsvRecord> rows(Example example, String file) throws IOException {
        Path path = folder.resolve("files").resolve(example.name()).resolve(file + ".csv");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            return reader.stream().toList();
        }
    }

    private static long count(String text, Map<String, Object> parameters) {
        try (HeldRelease release = service.hold();
                Rows rows =
                        release.store().read(new Statement(text, new TreeMap<>(parameters)), Duration.ofSeconds(20))) {
            return rows.next().integer("n");
        }
    }

    @Test
    void everythingIsKnownToBeMadeUp() {
        assertThat(count("MATCH (d:Dataset) WHERE NOT d.madeUp RETURN count(d) AS n", Map.of()))
                .isZero();
    }

    /** The Central South Wales Challenge, counted in the graph on the figure's day. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csw-primary-groups   | ImprovementGroup | group:csw-primary | bodies  | 1",
                "csw-secondary-groups | ImprovementGroup | group:csw-second  | bodies  | 1",
                "csw-hubs             | Hub              | hub:csw           | bodies  | 1",
                "csw-hub-engagement-1 | Hub              | hub:csw           | schools | 4.02",
                "csw-hub-engagement-4 | Hub              | hub:csw           | schools | 4.02",
                "csw-peer-1           | PeerEnquiryGroup | peer-enquiry:csw  | schools | 1",
                "csw-peer-4           | PeerEnquiryGroup | peer-enquiry:csw  | schools | 1",
                "csw-pairs-1          | Pairing          | pairing:csw       | bodies  | 1",
                "csw-pairs-4          | Pairing          | pairing:csw       | bodies  | 1",
            })
    void figuresOfTheChallenge_areThoseOfTheGraph(String id, String label, String ids, String what, double per) {
        Figure figure = Examples.list().get(0).figures().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        LocalDate day = Objects.requireNonNull(figure.day());
        long found = count(
                "MATCH (s:School)-[r:MEMBER_OF]->(b:" + label + ") WHERE b.id STARTS WITH $ids" + DAY
                        + "RETURN count(DISTINCT " + (what.equals("bodies") ? "b" : "s") + ") AS n",
                Map.of("ids", ids, "day", day.toString()));

        assertThat(figure.agrees(found / per)).as("%s, found %d", figure, found).isTrue();
    }
}
