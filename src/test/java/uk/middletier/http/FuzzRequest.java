package uk.middletier.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire, byte by byte: what is odd about it must reach the server as it is.
 *
 * @param call the operation it is meant for
 * @param path encoded, without the query
 * @param query pieces between the ampersands, encoded
 * @param headers whole lines, in ISO 8859-1
 * @param good whether everything in it is as the document wants it
 */
@SuppressWarnings("ArrayRecordComponent")
record FuzzRequest(
        OpenApiCalls.Call call,
        String method,
        String path,
        List<String> query,
        List<String> headers,
        byte[] body,
        boolean good) {
    private static final int MOST_SHOWN = 2_000;

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** What goes over the wire to a server of that name. */
    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    FuzzRequest withMethod(String other) {
        return new FuzzRequest(call, other, path, query, headers, body, good);
    }

    FuzzRequest withQuery(List<String> other) {
        return new FuzzRequest(call, method, path, other, headers, body, good);
    }

    FuzzRequest withHeaders(List<String> other) {
        return new FuzzRequest(call, method, path, query, other, body, good);
    }

    FuzzRequest withHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return withHeaders(more);
    }

    FuzzRequest withBody(byte[] other) {
        return new FuzzRequest(call, method, path, query, headers, other, good);
    }

    /** The same with one thing less, for each thing that may be left out, and with shorter ones. */
    List<FuzzRequest> smaller() {
        List<FuzzRequest> all = new ArrayList<>();
        for (int i = 0; i < query.size(); i++) {
            all.add(withQuery(without(query, i)));
        }
        for (int i = 0; i < headers.size(); i++) {
            all.add(withHeaders(without(headers, i)));
        }
        for (int i = 0; i < query.size(); i++) {
            String piece = query.get(i);
            int value = piece.indexOf('=') + 1;
            int half = value + (piece.length() - value) / 2;
            if (piece.length() - value > 12 && piece.indexOf('%', Math.max(0, half - 2)) != half - 1) {
                List<String> shorter = new ArrayList<>(query);
                shorter.set(i, piece.substring(0, half));
                all.add(withQuery(shorter));
            }
        }
        if (body.length > 40) {
            all.add(withBody(Arrays.copyOf(body, body.length / 2)));
        }
        return all;
    }

    private static List<String> without(List<String> list, int index) {
        List<String> fewer = new ArrayList<>(list);
        fewer.remove(index);
        return fewer;
    }

    /** To be tried by hand. */
    String curl(String host) {
        String sent = body.length == 0
                ? ""
                : " --data-binary "
                        + quoted(new String(body, 0, Math.min(body.length, MOST_SHOWN), StandardCharsets.UTF_8))
                        + (body.length > MOST_SHOWN ? " # cut from " + body.length + " bytes" : "");
        return "curl -gsi -X " + method + " " + quoted("http://" + host + target())
                + headers.stream().map(line -> " -H " + quoted(line)).collect(Collectors.joining())
                + sent;
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("$'");
        text.chars().forEach(c -> {
            if (c == '\'' || c == '\\') {
                shown.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f) {
                shown.append(String.format("\\x%02x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.append('\'').toString();
    }
}
