package uk.middletier.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What nobody should send. */
final class FuzzOddities {
    private static final int LARGEST_BODY = 1024 * 1024;

    /** Texts, to be encoded. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u00a0",
            "0",
            "-1",
            "1",
            "1.5",
            "1e3",
            "1e400",
            "NaN",
            "Infinity",
            "-0",
            "0x10",
            "+5",
            "\u0661\u0662",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999",
            "true",
            "TRUE",
            "null",
            "undefined",
            "[]",
            "{}",
            "-999999999-01-01",
            "+999999999-12-31",
            "10000-01-01",
            "0000-01-01",
            "1799-12-31",
            "2200-01-01",
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "2023-1-1",
            "20230101",
            "01/02/2023",
            "2023-01-01T24:00",
            "2023-01-01T00:00:00Z",
            "today",
            "' OR 1=1 --",
            "\"; DROP TABLE schools; --",
            "') MATCH (n) DETACH DELETE n //",
            "`n` RETURN 1",
            "$asOf",
            "\\u0027 OR true",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt;&amp;",
            "]]>",
            "../../etc/passwd",
            "..%2f..%2f",
            "%s%n%x",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}",
            "*",
            "?",
            "~",
            "name:*",
            "a* AND (b",
            "\"unclosed",
            "((((((((((",
            "a\\",
            "/.*/",
            "[a TO z]",
            "^2",
            "a AND NOT",
            "\0",
            "a\0b",
            "\t",
            "line\r\nbreak",
            "\u001b[31m",
            "\u0007\u0008\u007f",
            "\u202egnihton",
            "\ufeff",
            "\ufffe\uffff",
            "e\u0301",
            "\u1e9e\u0130\u0131",
            "\ud83c\udfeb\ud83d\udc69\u200d\ud83c\udfeb",
            "\u6f22\u5b57",
            "\u0645\u062f\u0631\u0633\u0629",
            "school:",
            "school:0",
            "school:-1",
            "school:99999999999",
            "la:",
            ":",
            "la:000",
            "trust:\0",
            "LA:203",
            "school-graph",
            "x".repeat(100),
            "x".repeat(101),
            "y".repeat(201),
            "\u00e9".repeat(500),
            "z".repeat(3_000),
            "a,".repeat(800),
            "~(*".repeat(300));

    /** As they stand in an address, whether or not they may. */
    private static final List<String> RAW = List.of(
            "%",
            "%4",
            "%zz",
            "%u0041",
            "%ff%fe",
            "%c0%80",
            "%c3",
            "%ed%a0%80",
            "%f4%90%80%80",
            "%00",
            "%0d%0aX-Injected:%201",
            "%25%32%66",
            "a%2fb",
            "a%5cb",
            "%2e%2e",
            "a=b=c",
            "a&",
            "&&",
            "a;b",
            "[0]",
            "a+b",
            "\u00e9",
            "\u00ff",
            "|",
            "\"",
            "<>",
            "{}",
            "^",
            "`",
            "#x",
            "\\");

    private static final List<String> HEADERS = List.of(
            "Accept: ",
            "Accept: text/x-nothing",
            "Accept: application/json;q=0",
            "Accept: */*;q=0",
            "Accept: application/json;q=abc, text/csv;q=NaN",
            "Accept: application/json;q=-1",
            "Accept: application/json;q=1e999",
            "Accept: ,,,;;;===",
            "Accept: a/b/c/d",
            "Accept: /",
            "Accept: text/*, application/*;q=0.5",
            "Accept: TEXT/CSV",
            "Accept: application/json; profile=\"a,b\"",
            "Accept: \u00e9\u00ff/\u00fe",
            "Accept: " + "text/csv,".repeat(400),
            "Accept: " + "x".repeat(5_000),
            "Accept-Encoding: gzip;q=0",
            "Accept-Encoding: gzip;q=0.000, *;q=0",
            "Accept-Encoding: ,;q=,gzip;",
            "Accept-Encoding: br;q=1.0, gzip;q=0.8, *;q=0.1",
            "Accept-Language: xx-\u00e9",
            "Accept-Charset: utf-16",
            "If-None-Match: *",
            "If-None-Match: W/\"",
            "If-None-Match: \"",
            "If-None-Match: W/\"nothing\", \"a\"\"b\", ,",
            "If-None-Match: " + "W/\"0123456789abcdef\", ".repeat(200),
            "If-Match: \"nothing\"",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT",
            "If-Range: \"x\"",
            "Range: bytes=0-10",
            "Range: bytes=-1",
            "Range: bytes=99999999999999999999-",
            "Range: rows=1-2",
            "X-Request-Id: ",
            "X-Request-Id: " + "a".repeat(129),
            "X-Request-Id: <script>",
            "X-Request-Id: a b",
            "X-Request-Id: \u00e9",
            "traceparent: 00-0-0-00",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
            "traceparent: ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=no-such-charset",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=\"",
            "Content-Type: ;;;",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: something",
            "Origin: http://elsewhere.example",
            "Cookie: a=b; a=c; \"",
            "Authorization: Bearer x",
            "Forwarded: for=1.2.3.4;host=elsewhere.example",
            "X-Forwarded-Host: elsewhere.example",
            "X-HTTP-Method-Override: DELETE",
            "Upgrade: websocket",
            "Connection: Upgrade, HTTP2-Settings",
            "Connection: close",
            "TE: trailers, deflate;q=0.5",
            "No-Colon",
            "Bad Name: x",
            ": nothing",
            "X-Control: a\u0001b",
            "X-Nul: a\0b",
            "X-Long: " + "h".repeat(9_000));

    private static final List<String> METHODS = List.of(
            "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "POST", "GET", "FOO", "get", "CONNECT", "PROPFIND");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "null",
            "1",
            "\"text\"",
            "{} {}",
            "{\"parameters\":",
            "{\"parameters\":[]}",
            "{\"parameters\":null}",
            "{\"parameters\":{\"asOf\":{}}}",
            "{\"parameters\":{\"asOf\":[[[\"2020-01-01\"]]]}}",
            "{\"parameters\":{\"asOf\":\"2020-01-01\",\"asOf\":\"2021-01-01\"}}",
            "{\"parameters\":{\"\":\"\"}}",
            "{\"parameters\":{\"limit\":1e400}}",
            "{\"parameters\":{\"limit\":-5}}",
            "{\"parameters\":{\"format\":\"csv\"}}",
            "{\"parameters\":{\"cursor\":\"AAAA\"}}",
            "{\"parameters\":{\"timeout\":\"\"}}",
            "{\"parameters\":{\"\\ud800\":1}}",
            "{\"\\udfff\":1}",
            "{\"\\u0000\":1}",
            "{\"parameters\":{\"asOf\":\"\\ud800\"}}",
            "{\"statement\":\"RETURN '\\ud800' AS a\"}",
            "{\"statement\":\"RETURN $a AS a\",\"parameters\":{\"a\":\"\\udc00\\ud800\"}}",
            "{\"statement\":\"RETURN 1 AS `\\ud800`\"}",
            "{\"statement\":\"RETURN '\\u0000' AS a\"}",
            "{\"statement\":\"RETURN 1 AS a, 2 AS a\"}",
            "{\"statement\":\"RETURN $a AS a\"}",
            "{\"statement\":\"RETURN $a AS a\",\"parameters\":{\"a\":99999999999999999999999}}",
            "{\"statement\":\"RETURN $a AS a\",\"parameters\":{\"a\":1e999}}",
            "{\"statement\":\"RETURN $a AS a\",\"parameters\":{\"a\":[1,\"a\",null,{\"b\":[]}]}}",
            "{\"statement\":\"\"}",
            "{\"statement\":5}",
            "{\"statement\":[\"RETURN 1\"]}",
            "{\"statement\":\"RETURN 1\",\"statement\":\"RETURN 2\"}",
            "{\"statment\":\"RETURN 1\"}",
            "{\"statement\":\"RETURN 1; RETURN 2\"}",
            "{\"statement\":\";\"}",
            "{\"statement\":\"//\"}",
            "{'statement':'RETURN 1'}",
            "{\"statement\":\"RETURN 1\",}",
            "{\"statement\":NaN}",
            "<statement>RETURN 1</statement>",
            "statement=RETURN+1");

    private static final List<String> STATEMENTS = List.of(
            "RETURN 1 AS one",
            "MATCH (s:School) WHERE s.urn < $most RETURN s.urn AS urn, s AS school ORDER BY urn",
            "MATCH (s:School)-[r:GOVERNED_BY]->(b) RETURN s, r, b LIMIT 20",
            "MATCH p = (s:School)-[*1..2]-(o) RETURN p LIMIT 5",
            "MATCH (b:Body) RETURN b.kind AS kind, count(*) AS bodies ORDER BY bodies DESC",
            "MATCH (a:Area) RETURN a.id AS id, a.location AS location, labels(a) AS labels",
            "UNWIND range(1, $most) AS n RETURN n, n / 3.0 AS third, toString(n) AS text",
            "RETURN date('2020-02-29') AS d, datetime() AS t, duration('P1D') AS u, localtime() AS l",
            "RETURN point({longitude: 1, latitude: 50}) AS p, point({x: 1, y: 2, z: 3}) AS c",
            "RETURN 0.0/0 AS nan, 1.0/0 AS infinite, -1.0/0 AS minus, 9223372036854775807 AS big",
            "RETURN [1, [2, {a: null}], 'x'] AS nested, {a: {b: [1.5, true]}} AS map, null AS nothing",
            "RETURN '<a href=\"x\">&\\'' AS html, 'a,b\"c\\nd' AS csv, '\\u0001\\u000b' AS control",
            "MATCH (s:School) RETURN s.name AS name SKIP 3 LIMIT 4",
            "MATCH (s:School) RETURN avg(s.pupils) AS mean, stDev(s.pupils) AS deviation, max(s.from) AS last",
            "MATCH (s:School) WHERE s.name =~ '.*a.*' RETURN count(s) AS n",
            "MATCH (a:School), (b:School), (c:School) RETURN count(*) AS many",
            "WITH 1 AS a CALL { WITH a RETURN a + 1 AS b } RETURN a, b",
            "SHOW INDEXES",
            "CALL db.labels() YIELD label RETURN label",
            "CALL dbms.components()",
            "CALL db.index.fulltext.queryNodes('schools', $text) YIELD node RETURN node.name AS name LIMIT 3",
            "MATCH (n) SET n.x = 1",
            "CREATE (n:School) RETURN n",
            "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
            "RETURN 1/0 AS a",
            "RETURN toInteger('x') + 'y' AS a, substring('abc', 5) AS s",
            "RETURN date('nonsense') AS d",
            "RETURN reduce(s = 0, n IN range(1, 1000) | s + n) AS total",
            "MATCH (s:School) RETURN s.urn",
            "EXPLAIN MATCH (n) RETURN n",
            "PROFILE RETURN 1",
            "USE neo4j RETURN 1",
            "MATCH (s:School {urn: $most}) RETURN s",
            "FINISH",
            "RETURN");

    private FuzzOddities() {}

    /** For a place in an address: encoded, or as nobody would. */
    static String value(Random random) {
        return random.nextInt(3) == 0
                ? FuzzQuestions.pick(RAW, random)
                : FuzzQuestions.encoded(FuzzQuestions.pick(TEXTS, random));
    }

    /** A body for a statement, most of them good. */
    static String statement(FuzzPool pool, Random random) {
        String statement = FuzzQuestions.pick(STATEMENTS, random);
        if (random.nextInt(6) == 0) {
            int at = random.nextInt(statement.length());
            int to = Math.min(statement.length(), at + 1 + random.nextInt(8));
            statement = statement.substring(0, at)
                    + (random.nextBoolean() ? "" : FuzzQuestions.pick(TEXTS, random))
                    + statement.substring(to);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("statement", statement);
        ObjectNode parameters = body.putObject("parameters");
        parameters.put(
                "most", random.nextInt(5) == 0 ? Long.parseLong(FuzzQuestions.pick(pool.values("urn"), random)) : 50L);
        parameters.put("text", random.nextInt(3) == 0 ? FuzzQuestions.pick(TEXTS, random) : "school");
        return body.toString();
    }

    /** What breaks the rules of HTTP, or of the body, or goes to the edge of them. */
    static FuzzRequest hostile(FuzzRequest good, Random random) {
        FuzzRequest odd = new FuzzRequest(
                good.call(), good.method(), good.path(), good.query(), good.headers(), good.body(), false);
        return switch (random.nextInt(good.method().equals("POST") ? 6 : 4)) {
            case 0 -> odd.withMethod(FuzzQuestions.pick(METHODS, random));
            case 1 -> odd.withHeader(FuzzQuestions.pick(HEADERS, random));
            case 2 -> {
                FuzzRequest more = odd;
                for (int i = random.nextInt(4); i >= 0; i--) {
                    more = more.withHeader(FuzzQuestions.pick(HEADERS, random));
                }
                yield more;
            }
            case 3 -> {
                List<String> query = new ArrayList<>(odd.query());
                for (int i = random.nextInt(6); i >= 0; i--) {
                    query.add(value(random) + (random.nextBoolean() ? "=" + value(random) : ""));
                }
                yield odd.withQuery(query);
            }
            default -> odd.withBody(body(odd, random));
        };
    }

    private static byte[] body(FuzzRequest good, Random random) {
        byte[] bytes = good.body();
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> ("{\"parameters\":" + "[".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            case 2 ->
                ("{\"parameters\":{\"a\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(902))
                        .getBytes(StandardCharsets.UTF_8);
            case 3 ->
                ("{\"statement\":\"" + "x".repeat(LARGEST_BODY - 20 + random.nextInt(30)) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
            case 4 ->
                new String(bytes, StandardCharsets.UTF_8)
                        .getBytes(Charset.forName(random.nextBoolean() ? "UTF-16" : "UTF-32"));
            case 5 -> {
                byte[] flipped = bytes.clone();
                for (int i = 0; i < 3 && flipped.length > 0; i++) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                yield flipped;
            }
            default -> FuzzQuestions.pick(BODIES, random).getBytes(StandardCharsets.UTF_8);
        };
    }
}
