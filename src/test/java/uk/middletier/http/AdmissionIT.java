package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.query.QueryLibrary;

/** Who is let in, under which name, and how often. */
@ExtendWith(TownServer.Extension.class)
class AdmissionIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    /** One a minute, so that none comes back while the test runs. */
    private static final int SLOWLY = 1;

    private static final Admission.Holders ANA = token -> token.equals(TOKEN) ? Optional.of("ana") : Optional.empty();

    private final HttpClient client = HttpClient.newHttpClient();
    private final TownServer town;

    AdmissionIT(TownServer town) {
        this.town = town;
    }

    private Server serve(Admission admission) {
        return Server.start(
                ServerOptions.DEFAULT.withPort(0).with(admission),
                town.release(TownGraph.RELEASE),
                QueryLibrary.of(null));
    }

    private static Admission admission(Admission.@Nullable Holders tokens, String proxies, int perMinute, int burst) {
        return new Admission(
                Set.of("schools.example.org"),
                tokens,
                address -> !proxies.isEmpty() && new IPAddressString(proxies).contains(address.toAddressString()),
                perMinute,
                burst);
    }

    private HttpResponse<String> get(Server server, String target, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void withoutAToken_onlyHealthAndPagesWithoutDataAreAnswered() throws Exception {
        try (Server server = serve(admission(ANA, "", 0, 0))) {
            for (String open : List.of("/livez", "/readyz", "/", "/docs", "/docs/problems")) {
                assertThat(get(server, open).statusCode()).as(open).isEqualTo(200);
            }
            for (Route route : Routes.standard(QueryLibrary.of(null), true).all()) {
                String path = route.path().replaceAll("\\{[a-z]+}", "x");
                if (path.matches("/|/livez|/readyz|/docs.*|/explorer/.*")) {
                    continue;
                }
                HttpResponse<String> refused = get(server, path);
                assertThat(refused.statusCode()).as(path).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"middletier\"");
                assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThatJson(refused.body()).inPath("$.type").isEqualTo("/docs/problems#unauthorized");
            }
            for (String sly : List.of("/nowhere", "//v1", "/livez/../v1/schools", "/explorer/../v1/schools", "/v1/")) {
                assertThat(raw(server, "GET " + sly + " HTTP/1.1\r\nHost: localhost\r\n"))
                        .as(sly)
                        .matches("(?s)HTTP/1.1 (400|401) .*");
            }
        }
    }

    @Test
    void withATokenEverythingIsAnswered_andKeptByNobodyElse() throws Exception {
        try (Server server = serve(admission(ANA, "", 0, 0))) {
            for (String target : List.of("/v1", "/v1/schools", "/openapi.json", "/metrics", "/v1/schools?format=csv")) {
                HttpResponse<String> answer = get(server, target, "Authorization", "Bearer " + TOKEN);
                assertThat(answer.statusCode()).as(target).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .doesNotContain("public");
            }
            assertThat(get(server, "/v1/schools", "Authorization", "bearer " + TOKEN)
                            .headers()
                            .firstValue("Cache-Control"))
                    .hasValue("private, max-age=60");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer 0123456789abcdef0123456789abcdeg",
        "Bearer",
        "Basic MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "0123456789abcdef0123456789abcdef",
        "Bearer 0123456789abcdef0123456789abcdef extra"
    })
    void whatIsNoTokenOfThisServer_isSaidToBeNone_andNotRepeated(String given) throws Exception {
        try (Server server = serve(admission(ANA, "", 0, 0))) {
            HttpResponse<String> refused = get(server, "/v1", "Authorization", given);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("error=\"invalid_token\"");
            assertThat(refused.body()).doesNotContain("0123456789");
            assertThat(get(server, "/v1?access_token=" + TOKEN).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoAsksTooOften_isToldWhenToComeBack_andHealthIsAnsweredAllTheSame() throws Exception {
        try (Server server = serve(admission(null, "", SLOWLY, 3))) {
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> answer = get(server, left == 1 ? "/nowhere" : "/v1");
                assertThat(answer.statusCode()).isEqualTo(left == 1 ? 404 : 200);
                assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=3;w=180");
                assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"client\";r=" + left + ";t=60");
            }
            HttpResponse<String> refused = get(server, "/v1");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("5\\d|60");
            assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"client\";r=0;t=");
            assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(refused.headers().firstValue("X-Request-Id")).isPresent();
            assertThatJson(refused.body()).inPath("$.type").isEqualTo("/docs/problems#quota-exceeded");
            for (String open : List.of("/livez", "/readyz", "/")) {
                assertThat(get(server, open).statusCode()).as(open).isEqualTo(200);
            }
            // Whom an unknown proxy asks for is its own affair.
            assertThat(get(server, "/v1", "X-Forwarded-For", "192.0.2.7").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void behindAKnownProxy_eachClientHasItsOwnQuota() throws Exception {
        try (Server server = serve(admission(null, "127.0.0.0/8", SLOWLY, 1))) {
            assertThat(forwarded(server, "192.0.2.1")).isEqualTo(200);
            assertThat(forwarded(server, "192.0.2.1")).isEqualTo(429);
            assertThat(forwarded(server, "192.0.2.2")).isEqualTo(200);
            // What the client itself put before is not believed.
            assertThat(forwarded(server, "192.0.2.99, 192.0.2.2")).isEqualTo(429);
            assertThat(forwarded(server, "2001:db8:1:2::1")).isEqualTo(200);
            assertThat(forwarded(server, "2001:db8:1:2:ffff::9")).isEqualTo(429);
            assertThat(forwarded(server, "2001:db8:1:3::1")).isEqualTo(200);
        }
    }

    private int forwarded(Server server, String addresses) throws Exception {
        return get(server, "/v1", "X-Forwarded-For", addresses).statusCode();
    }

    @Test
    void aTokenHasAQuotaOfItsOwn_andTryingTokensUsesUpTheAddresss() throws Exception {
        try (Server server = serve(admission(ANA, "", SLOWLY, 2))) {
            String wrong = "Bearer " + "x".repeat(30);
            assertThat(get(server, "/v1", "Authorization", wrong).statusCode()).isEqualTo(401);
            assertThat(get(server, "/v1", "Authorization", wrong).statusCode()).isEqualTo(401);
            assertThat(get(server, "/v1", "Authorization", wrong).statusCode()).isEqualTo(429);
            assertThat(get(server, "/v1", "Authorization", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1:80, 200",
        "127.9.9.9, 200",
        "[::1]:8080, 200",
        "schools.example.org, 200",
        "schools.example.org.:443, 200",
        "evil.example, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "192.0.2.1, 421",
        "evil.schools.example.org, 421",
    })
    void aNameThatIsNotOneOfOurs_isRefused(String host, int status) throws Exception {
        try (Server server = serve(admission(null, "", 0, 0))) {
            for (String path : List.of("/v1", "/", "/livez", "/metrics")) {
                String answer = raw(server, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
                assertThat(answer).as(path).startsWith("HTTP/1.1 " + status + " ");
                if (status == 421) {
                    assertThat(answer).contains("/docs/problems#unknown-host", "--hosts");
                }
            }
        }
    }

    @Test
    void aPageOfAnotherOrigin_cannotSendStatements() throws Exception {
        HttpRequest.Builder post = HttpRequest.newBuilder(town.uri("/v1/cypher"))
                .POST(BodyPublishers.ofString("{\"statement\": \"RETURN 1 AS one\"}"));
        assertThat(town.send(post.copy(), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(town.send(post.copy(), "Sec-Fetch-Site", "same-site").body()).contains("other-origin");
        assertThat(town.send(post.copy(), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(town.send(post.copy()).statusCode()).isEqualTo(200);
    }

    private static String raw(Server server, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
