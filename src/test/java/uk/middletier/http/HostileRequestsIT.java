package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.query.QueryLibrary;

/** Requests that are no proper HTTP, and clients that hold on: each is answered with a problem, or let go in time. */
@ExtendWith(TownServer.Extension.class)
class HostileRequestsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String HOST = "Host: localhost\r\n";
    private static final String CLOSE = HOST + "Connection: close\r\n";
    private static final String POST = "POST /v1/cypher HTTP/1.1\r\n" + CLOSE + "Content-Type: application/json\r\n";

    /** What tells of the server's insides. */
    private static final Pattern INSIDES = Pattern.compile("(?i)jetty|javalin|exception|\\bat [a-z]+\\.|\\.java");

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    /** The same with little patience. */
    @SuppressWarnings("NullAway.Init")
    private static Server impatient;

    @SuppressWarnings("NullAway.Init")
    private static TroubledRelease release;

    @SuppressWarnings("NullAway.Init")
    private static Warm warm;

    @BeforeAll
    static void serve(TownServer town) {
        warm = town.warm();
        release = new TroubledRelease(warm, 1, row -> "x");
        server = serve(release, Bounds.DEFAULT);
        impatient = serve(release, new Bounds(1_000, PATIENCE, 100, 4_096));
    }

    @AfterAll
    static void stop() {
        server.close();
        impatient.close();
    }

    private static Server serve(TroubledRelease release, Bounds bounds) {
        return Server.start(ServerOptions.DEFAULT.withPort(0).with(bounds), release, QueryLibrary.of(null));
    }

    static Stream<Arguments> hostile() {
        String get = "GET /v1 HTTP/1.1\r\n";
        return Stream.of(
                Arguments.of("HTTP/0.9", "GET /v1\r\n", 400),
                Arguments.of("another protocol", "GET /v1 HTTP/9.9\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("no protocol at all", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400),
                Arguments.of("HTTP/2 unasked", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
                Arguments.of("no host", get + "Connection: close\r\n\r\n", 400),
                Arguments.of("two hosts", get + CLOSE + "Host: localhost\r\n\r\n", 400),
                Arguments.of(
                        "a host in the address and another",
                        "GET http://evil.example/v1 HTTP/1.1\r\n" + CLOSE + "\r\n",
                        400),
                Arguments.of(
                        "length and chunks",
                        POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                Arguments.of("two lengths", POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", 400),
                Arguments.of("a length below zero", POST + "Content-Length: -1\r\n\r\n", 400),
                Arguments.of("a length that is none", POST + "Content-Length: five\r\n\r\n", 400),
                Arguments.of("a length beyond numbers", POST + "Content-Length: 99999999999999999999\r\n\r\n", 400),
                Arguments.of("a length with a space before the colon", POST + "Content-Length : 5\r\n\r\nabcde", 400),
                Arguments.of("chunks that are not last", POST + "Transfer-Encoding: chunked, identity\r\n\r\n", 400),
                Arguments.of("chunks that are none", POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", 400),
                Arguments.of("a header without colon", get + CLOSE + "nonsense\r\n\r\n", 400),
                Arguments.of("a header over two lines", get + CLOSE + "X-One: a\r\n b\r\n\r\n", 400),
                Arguments.of("a null byte in a header", get + CLOSE + "X-One: a\u0000b\r\n\r\n", 400),
                Arguments.of("a null byte in the address", "GET /v1/\u0000 HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("a null byte, encoded", "GET /v1/schools/%00 HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of(
                        "dots in overlong UTF-8", "GET /explorer/%c0%ae%c0%ae/x HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("half an escape", "GET /v1/schools/%4 HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("encoded dots", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of(
                        "an encoded slash",
                        "GET /explorer/0/..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + CLOSE + "\r\n",
                        400),
                Arguments.of("above the root", "GET /../../etc/passwd HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("dots to elsewhere", "GET /explorer/0/../../v1 HTTP/1.1\r\n" + CLOSE + "\r\n", 404),
                Arguments.of("backslashes", "GET /explorer/0/..\\..\\passwd HTTP/1.1\r\n" + CLOSE + "\r\n", 400),
                Arguments.of("a method nobody knows", "BREW /v1 HTTP/1.1\r\n" + CLOSE + "\r\n", 405),
                Arguments.of("a method in lower case", "get /v1 HTTP/1.1\r\n" + CLOSE + "\r\n", 405),
                Arguments.of("a method without end", "X".repeat(9_000) + " /v1 HTTP/1.1\r\n" + CLOSE + "\r\n", 431),
                Arguments.of(
                        "a tunnel",
                        "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        400),
                Arguments.of("an echo", "TRACE /v1 HTTP/1.1\r\n" + CLOSE + "X-Secret: s3cret\r\n\r\n", 405),
                Arguments.of("an expectation", POST + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}", 400),
                Arguments.of(
                        "a long address", "GET /v1?q=" + "x".repeat(9_000) + " HTTP/1.1\r\n" + CLOSE + "\r\n", 414),
                Arguments.of("a long header", get + CLOSE + "X-One: " + "x".repeat(9_000) + "\r\n\r\n", 431),
                Arguments.of("many headers", get + CLOSE + "X-One: 1\r\n".repeat(1_000) + "\r\n", 431),
                Arguments.of("a long body", POST + "Content-Length: 1048577\r\n\r\n", 413),
                Arguments.of(
                        "a long body in chunks",
                        POST + "Transfer-Encoding: chunked\r\n\r\n"
                                + ("10000\r\n" + "x".repeat(65_536) + "\r\n").repeat(17) + "0\r\n\r\n",
                        413),
                Arguments.of("a body in overlong UTF-8", POST + "Content-Length: 4\r\n\r\n{\u00c0\u00ae}", 400),
                Arguments.of(
                        "a body in nobody's type",
                        "POST /v1/cypher HTTP/1.1\r\n" + CLOSE
                                + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
                        415));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsNoProperRequest_isAProblemThatTellsNothingOfTheInside(String what, String request, int status)
            throws IOException {
        String answer;
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            answer = all(socket);
        }
        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head)
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                .contains("Content-Security-Policy: default-src 'none'", "Cross-Origin-Resource-Policy: same-origin")
                .doesNotContain("s3cret");
        assertThatJson(answer.substring(head.length()))
                .and(
                        problem -> problem.node("status").isEqualTo(status),
                        problem -> problem.node("detail").isString().isNotBlank());
        assertThat(answer).doesNotContainPattern(INSIDES);
        assertThat(release.held).hasValue(0);
    }

    @Test
    void whatComesAfterARefusedRequest_isNeverTakenForAnother() throws IOException {
        String hidden = "GET /livez HTTP/1.1\r\n" + HOST + "\r\n";
        for (String smuggler : List.of(
                "POST /v1/cypher HTTP/1.1\r\n" + HOST
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /v1 HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n\r\n",
                "PUT /v1 HTTP/1.1\r\n" + HOST + "Content-Length: " + hidden.length() + "\r\n\r\n")) {
            try (Socket socket = connect(server)) {
                socket.getOutputStream().write((smuggler + hidden).getBytes(StandardCharsets.ISO_8859_1));
                assertThat(all(socket)).doesNotContain("\"live\"");
            }
        }
    }

    @Test
    void requestsSentWithoutWaiting_areAnsweredInTheirOrder() throws IOException {
        int many = 200;
        try (Socket socket = connect(server)) {
            String one = "GET /livez HTTP/1.1\r\n" + HOST + "X-Request-Id: id-%d\r\n\r\n";
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < many; i++) {
                requests.append(String.format(one, i));
            }
            requests.append("GET /v1/nowhere HTTP/1.1\r\n" + CLOSE + "\r\n");
            socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.ISO_8859_1));
            List<String> ids = Pattern.compile("X-Request-Id: id-(\\d+)")
                    .matcher(all(socket))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(ids)
                    .hasSize(many)
                    .isEqualTo(Stream.iterate(0, i -> i + 1)
                            .limit(many)
                            .map(String::valueOf)
                            .toList());
        }
    }

    /** One byte at a time: every silence is short, and the head is never whole. */
    @Test
    void aHeadThatComesBitByBit_isWaitedForNoLongerThanPatienceLasts() throws Exception {
        try (Socket fresh = connect(impatient);
                Socket used = connect(impatient)) {
            used.getOutputStream()
                    .write(("GET /livez HTTP/1.1\r\n" + HOST + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(used.getInputStream().read()).isEqualTo('H');
            long begin = System.nanoTime();
            String dribble = "GET /livez HTTP/1.1\r\n" + HOST + "X-Slow: " + "x".repeat(100);
            for (Socket socket : List.of(fresh, used)) {
                assertThatThrownBy(() -> {
                            for (byte one : dribble.getBytes(StandardCharsets.ISO_8859_1)) {
                                socket.getOutputStream().write(one);
                                Thread.sleep(50);
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(15));
        }
    }

    @Test
    void aBodyThatComesBitByBit_isWaitedForNoLongerThanPatienceLasts() throws Exception {
        try (Socket socket = connect(impatient)) {
            socket.getOutputStream()
                    .write((POST + "Content-Length: 10000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            long begin = System.nanoTime();
            Thread dribbler = new Thread(() -> {
                try {
                    while (true) {
                        socket.getOutputStream().write("xxxxxxxxxxxxxxxxxxxx".getBytes(StandardCharsets.ISO_8859_1));
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // The server has enough, or the test has.
                }
            });
            dribbler.start();
            String answer = all(socket);
            dribbler.interrupt();
            assertThat(answer).matches("(?s)HTTP/1.1 (400|408) .*application/problem\\+json.*");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(15));
        }
    }

    /** Bytes trickle, so that the connection is never idle; on average they are too few. */
    @Test
    void aReaderWhoTakesAnAnswerDropByDrop_isLetGoWithItsRead() throws Exception {
        TroubledRelease endless = new TroubledRelease(warm, Integer.MAX_VALUE, row -> "x".repeat(50));
        try (Server hurried = serve(endless, new Bounds(1_000, PATIENCE, 100, 1024 * 1024));
                Socket socket = connect(hurried)) {
            socket.getOutputStream()
                    .write(("GET /v1/schools?format=csv HTTP/1.1\r\n" + HOST + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] drop = new byte[4_096];
            InputStream in = socket.getInputStream();
            await(() -> {
                try {
                    return in.read(drop) < 0 || endless.openReads.get() == 0;
                } catch (IOException e) {
                    return true;
                }
            });
            await(() -> endless.held.get() == 0 && endless.openReads.get() == 0);
        }
    }

    @Test
    void aServerThatIsSlowItself_doesNotTakeItForTheReaders() throws Exception {
        TroubledRelease slow = new TroubledRelease(warm, 4, row -> {
            pause(PATIENCE.dividedBy(5));
            return "x".repeat(20_000);
        });
        try (Server hurried = serve(slow, new Bounds(1_000, PATIENCE, 100, 32L * 1024 * 1024));
                Socket socket = connect(hurried)) {
            socket.getOutputStream()
                    .write(("GET /v1/schools?format=csv HTTP/1.1\r\n" + HOST + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(all(socket)).endsWith("\r\n0\r\n\r\n");
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Between two requests it looks as if the head of the next were missing. */
    @Test
    void whoAsksAgainAndAgainOnOneConnection_keepsItForLongerThanPatienceLasts() throws Exception {
        try (Socket socket = connect(impatient)) {
            byte[] request = ("GET /livez HTTP/1.1\r\n" + HOST + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            long end = System.nanoTime() + PATIENCE.multipliedBy(4).toNanos();
            for (int asked = 1; System.nanoTime() < end; asked++) {
                socket.getOutputStream().write(request);
                assertThat(socket.getInputStream().readNBytes(12))
                        .as("the answer to request " + asked)
                        .asString()
                        .isEqualTo("HTTP/1.1 200");
                Thread.sleep(20);
                assertThat(socket.getInputStream().skip(socket.getInputStream().available()))
                        .isPositive();
            }
        }
    }

    @Test
    void whoWaitsForAnAnswerLongerThanPatienceLasts_getsIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Server thinking = serve(
                        TroubledRelease.waiting(warm, arrived, go), new Bounds(10, PATIENCE.dividedBy(4), 100, 4_096));
                Socket socket = connect(thinking)) {
            socket.getOutputStream()
                    .write(("GET /v1/schools HTTP/1.1\r\n" + CLOSE + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(PATIENCE.toMillis());
            go.countDown();
            assertThat(all(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void moreConnectionsThanItBears_waitUntilIdleOnesAreLetGo() throws Exception {
        try (Server small = serve(release, new Bounds(3, PATIENCE.multipliedBy(4), 100, 4_096))) {
            List<Socket> idle = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    idle.add(connect(small));
                }
                try (Socket late = connect(small)) {
                    OutputStream out = late.getOutputStream();
                    out.write(("GET /livez HTTP/1.1\r\n" + CLOSE + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(all(late)).startsWith("HTTP/1.1 200 ");
                }
            } finally {
                for (Socket socket : idle) {
                    socket.close();
                }
            }
        }
    }

    private static Socket connect(Server server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** All there is to read. A connection that is broken off was told all it is told. */
    private static String all(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketException e) {
            // Reset, because it had not read all that was sent.
        }
        return answer.toString();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("waited in vain");
    }
}
