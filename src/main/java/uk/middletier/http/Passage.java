package uk.middletier.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What becomes known of a request on its way through the server, for metrics and logs. Written by the thread that answers
 * and read once the answer is sent.
 */
final class Passage {
    /** Under which the request has it with it. */
    static final String KEY = Passage.class.getName();

    static final String ID_HEADER = "X-Request-Id";

    private static final String TRACE_HEADER = "traceparent";

    /** Names in the lines of the log. */
    private static final String LOGGED_ID = "request";

    private static final String LOGGED_TRACE = "trace";

    /** What other programs use for ids: words, UUIDs, Base64. Nothing that ends a line or a field of the log. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    /** W3C Trace Context: version, trace, parent, flags; later versions may have more to say. */
    private static final Pattern TRACE = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<more>-.*)?");

    private final String id;
    private final @Nullable String trace;
    private final Map<String, String> carried = new LinkedHashMap<>();
    private String route = "";
    private @Nullable Format format;
    private @Nullable String savedQuery;
    private @Nullable String body;
    private boolean question;
    private long rows = -1;

    private Passage(String id, @Nullable String trace) {
        this.id = id;
        this.trace = trace;
        carry(ID_HEADER, id);
    }

    /** Of a request that brings nothing. */
    static Passage begin() {
        return new Passage(made(), null);
    }

    /** Of a request with those headers; what is not well-formed in them is as if it were not there. */
    static Passage begin(HttpFields headers) {
        List<String> ids = headers.getValuesList(ID_HEADER);
        List<String> traces = headers.getValuesList(TRACE_HEADER);
        return new Passage(
                ids.size() == 1 && ID.matcher(ids.get(0)).matches() ? ids.get(0) : made(),
                traces.size() == 1 ? trace(traces.get(0)) : null);
    }

    /** That of a request under way, which gets one if it has none yet. */
    static Passage of(Request request) {
        if (request.getAttribute(KEY) instanceof Passage passage) {
            return passage;
        }
        Passage passage = begin(request.getHeaders());
        request.setAttribute(KEY, passage);
        return passage;
    }

    /** That of a request under way. */
    static Passage of(Context context) {
        return context.req().getAttribute(KEY) instanceof Passage passage ? passage : begin();
    }

    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex(random.nextLong()) + hex(random.nextLong());
    }

    private static String hex(long bits) {
        char[] zeros = new char[Long.numberOfLeadingZeros(bits | 1) / 4];
        Arrays.fill(zeros, '0');
        return new String(zeros) + Long.toHexString(bits);
    }

    private static @Nullable String trace(String header) {
        var matcher = TRACE.matcher(header);
        boolean first = header.startsWith("00");
        return matcher.matches() && !(first && matcher.group("more") != null) ? matcher.group("trace") : null;
    }

    /** Lines logged by this thread from now on belong to this request. */
    void enterLog() {
        MDC.put(LOGGED_ID, id);
        if (trace != null) {
            MDC.put(LOGGED_TRACE, trace);
        }
    }

    static void leaveLog() {
        MDC.remove(LOGGED_ID);
        MDC.remove(LOGGED_TRACE);
    }

    /** Of the request: the client's own, or one made for it. */
    String id() {
        return id;
    }

    /** Its answer has this header, whatever it is. */
    void carry(String header, String value) {
        carried.put(header, value);
    }

    /** Headers of every answer it may get. */
    Map<String, String> carried() {
        return carried;
    }

    /** It has come to a line of the table of routes. */
    void reach(Route reached) {
        route = reached.path();
    }

    /** It asks something of the release. */
    void ask(@Nullable String sent) {
        question = true;
        body = sent;
    }

    void choose(Format chosen) {
        format = chosen;
    }

    /** The graph is asked for it, by that query if it is a saved one. */
    void run(@Nullable String query) {
        savedQuery = query;
    }

    /** So many rows of its answer have been found. */
    void addRows(long more) {
        rows = Math.max(rows, 0) + more;
    }

    /** The template of the path; empty if there is nothing at the address. */
    String route() {
        return route;
    }

    /** The word for it; empty if the request did not come so far. */
    String format() {
        return format == null ? "" : format.word();
    }

    @Nullable
    String savedQuery() {
        return savedQuery;
    }

    /** What a POST sent; null without it. */
    @Nullable
    String body() {
        return body;
    }

    boolean question() {
        return question;
    }

    /** Rows of the answer; -1 = it is not one of rows. */
    long rows() {
        return rows;
    }
}
