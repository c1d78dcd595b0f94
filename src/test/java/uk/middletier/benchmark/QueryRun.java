package uk.middletier.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.middletier.query.QueryLibrary;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.SavedQuery;
import uk.middletier.query.ValueType;

/**
 * The same saved queries and one large result, asked of this server and of Neo4j's own HTTP Query API over a copy of the
 * same store (the Harness of the same version, whose HTTP server is no dependency of this project), one after the other.
 * Prints medians, requests and rows per second, and the ratio.
 */
public final class QueryRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUERIES = 20;
    private static final int WARM_UP = 15;
    private static final int REQUESTS = 25;
    private static final int LARGE_WARM_UP = 8;
    private static final int LARGE_REQUESTS = 12;
    /** One is mostly reading of the store, which both do alike; the other mostly the making and sending of rows. */
    private static final List<String> LARGE = List.of(
            "MATCH (s:School) RETURN s.urn AS urn, s.name AS name, s.type AS type, s.phase AS phase, s.from AS opened,"
                    + " s.pupils AS pupils, s.postcode AS postcode LIMIT 50000",
            "MATCH (s:School)-[g:GOVERNED_BY]->(b) RETURN s.id AS school, b.id AS body, g.from AS begins LIMIT 50000");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String ours;
    private final String theirs;
    private final String day;

    private QueryRun(String ours, String theirs, String day) {
        this.ours = ours.replaceAll("/$", "");
        this.theirs = theirs.replaceAll("/$", "");
        this.day = day;
    }

    /**
     * Measures one query after the other.
     *
     * @param args the address of this server, that of Neo4j's, the release's extract date
     */
    public static void main(String[] args) throws Exception {
        new QueryRun(args[0], args[1], args[2]).run();
    }

    private void run() throws Exception {
        List<SavedQuery> queries = QueryLibrary.of(null).shelf().queries().values().stream()
                .filter(query -> query.parameters().stream()
                        .noneMatch(parameter -> parameter.type() instanceof ValueType.Several))
                .limit(QUERIES)
                .toList();
        for (int clients : new int[] {1, 16}) {
            double[] sums = new double[2];
            for (SavedQuery query : queries) {
                double[] own = measure(clients, WARM_UP, REQUESTS, saved(query));
                double[] other = measure(clients, WARM_UP, REQUESTS, peer(query.statement(), parameters(query)));
                sums[0] += own[0];
                sums[1] += other[0];
                print(query.name(), clients, own, other);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %2d clients  sums of medians %8.1f %8.1f ms%n",
                    "all",
                    clients,
                    sums[0],
                    sums[1]);
            for (String large : LARGE) {
                double[] own = measure(clients, LARGE_WARM_UP, LARGE_REQUESTS, adHoc(large));
                double[] other = measure(clients, LARGE_WARM_UP, LARGE_REQUESTS, peer(large, JSON.createObjectNode()));
                print("50,000 rows of " + large.split(" AS ", -1).length + " columns", clients, own, other);
            }
        }
    }

    private static void print(String what, int clients, double[] own, double[] other) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %2d clients  p50 %8.1f %8.1f ms  per second %7.1f %7.1f  ratio %5.2f%n",
                what,
                clients,
                own[0],
                other[0],
                own[1],
                other[1],
                other[0] / own[0]);
    }

    /** Of a saved query all rows, so that both send as many. */
    private HttpRequest saved(SavedQuery query) {
        return HttpRequest.newBuilder(URI.create(ours + "/v1/queries/" + query.name() + "/results?format=ndjson"))
                .build();
    }

    private HttpRequest adHoc(String statement) throws IOException {
        return post(ours + "/v1/cypher?format=ndjson", JSON.createObjectNode().put("statement", statement));
    }

    private HttpRequest peer(String statement, JsonNode parameters) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("statement", cast(statement, parameters));
        body.set("parameters", parameters);
        return post(theirs + "/db/neo4j/query/v2", body);
    }

    /** JSON has no dates: where the statement says a day, the peer is told to read one. */
    private static String cast(String statement, JsonNode parameters) {
        String cast = statement;
        for (var field : parameters.properties()) {
            if (field.getValue().asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
                cast = cast.replaceAll("\\$" + field.getKey() + "\\b", "date(\\$" + field.getKey() + ")");
            }
        }
        return cast;
    }

    private JsonNode parameters(SavedQuery query) {
        ObjectNode values = JSON.createObjectNode();
        for (QueryParameter parameter : query.parameters()) {
            String value = QueryParameter.RELEASE.equals(parameter.defaultValue()) ? day : parameter.trial();
            if (value == null) {
                values.putNull(parameter.name());
            } else if (parameter.type() instanceof ValueType.Whole) {
                values.put(parameter.name(), Long.parseLong(value));
            } else if (parameter.type() instanceof ValueType.Decimal) {
                values.put(parameter.name(), Double.parseDouble(value));
            } else if (parameter.type() instanceof ValueType.Flag) {
                values.put(parameter.name(), Boolean.parseBoolean(value));
            } else {
                values.put(parameter.name(), value);
            }
        }
        return values;
    }

    private static HttpRequest post(String address, JsonNode body) throws IOException {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    /** Median in milliseconds, and requests per second. */
    private double[] measure(int clients, int warmUp, int requests, HttpRequest request) throws Exception {
        ask(clients, warmUp, request);
        long began = System.nanoTime();
        double[] millis = ask(clients, requests, request);
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(millis);
        return new double[] {millis[millis.length / 2], millis.length / seconds};
    }

    private double[] ask(int clients, int requests, HttpRequest request) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Double>>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> {
                    List<Double> millis = new ArrayList<>();
                    for (int n = 0; n < Math.max(4, requests / clients); n++) {
                        millis.add(once(request));
                    }
                    return millis;
                });
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> done : pool.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        } finally {
            pool.shutdown();
        }
    }

    private double once(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] all = body.readAllBytes();
            if (response.statusCode() >= 300) {
                throw new IOException(request.uri() + ": " + response.statusCode() + " "
                        + new String(all, 0, Math.min(all.length, 400), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
