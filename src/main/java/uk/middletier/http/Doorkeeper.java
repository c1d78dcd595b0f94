package uk.middletier.http;

import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may ask: under a name of this server, with a token if there are any, and not too often. Before any route,
 * so that none can be forgotten.
 */
final class Doorkeeper extends Handler.Wrapper {
    /** For whatever watches over the process, and pages that hold nothing but the program's own text. */
    private static final Set<String> OPEN = Set.of("/", "/livez", "/readyz", "/docs", "/docs/problems");

    private static final List<String> OPEN_FOLDERS = List.of("/explorer/", "/docs/assets/");

    /** Nobody elsewhere can give a name of theirs such an address without every browser knowing it for what it is. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|[a-z0-9-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]|::1");

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(?<token>[A-Za-z0-9._~+/-]+=*) *");

    private final Admission admission;
    private final @Nullable Quotas quotas;

    Doorkeeper(Admission admission, Handler inside) {
        super(inside);
        this.admission = admission;
        this.quotas = admission.perMinute() == 0
                ? null
                : new Quotas(admission.perMinute(), admission.burst(), TimeMeter.SYSTEM_NANOTIME);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            admit(request, response);
        } catch (Refusal e) {
            ErrorPages.write(e.problem(), request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private void admit(Request request, Response response) {
        requireKnownHost(request);
        refuseForms(request);
        if (open(request)) {
            return;
        }
        Optional<String> holder = holder(request.getHeaders());
        if (quotas != null) {
            take(quotas, client(request, holder), request, response);
        }
        if (admission.tokens() != null && holder.isEmpty()) {
            throw unknown(request.getHeaders().contains(HttpHeader.AUTHORIZATION));
        }
    }

    /**
     * A page from elsewhere whose name was made to lead here (DNS rebinding) asks under that name. Its browser takes our
     * answers for the page's own, so it gets none.
     */
    private void requireKnownHost(Request request) {
        Set<String> hosts = admission.hosts();
        if (hosts == null) {
            return;
        }
        String name = String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!LOOPBACK.matcher(plain).matches() && !hosts.contains(plain)) {
            throw new Refusal(Problem.of(
                    ProblemType.UNKNOWN_HOST,
                    "this server is not asked under the name \"" + Logged.text(plain, 100)
                            + "\"; --hosts names those under which it is, beside localhost"));
        }
    }

    /** A page of another origin cannot read answers, but it could keep the server busy. Browsers say where it is from. */
    private static void refuseForms(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (HttpMethod.POST.is(request.getMethod()) && ("cross-site".equals(site) || "same-site".equals(site))) {
            throw new Refusal(Problem.of(ProblemType.OTHER_ORIGIN, "a page of another origin sent this"));
        }
    }

    /** Whether a path is for everybody, as routes will see it and as it is when tidied up. */
    private static boolean open(Request request) {
        String path = request.getHttpURI().getPath();
        return path != null
                && path.equals(request.getHttpURI().getCanonicalPath())
                && (OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith));
    }

    private Optional<String> holder(HttpFields headers) {
        Admission.Holders tokens = admission.tokens();
        List<String> given = headers.getValuesList(HttpHeader.AUTHORIZATION);
        if (tokens == null || given.size() != 1) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(given.get(0));
        return bearer.matches() ? tokens.find(bearer.group("token")) : Optional.empty();
    }

    /** Who has no good token is known by address, so that tokens cannot be tried without end. */
    private String client(Request request, Optional<String> holder) {
        return holder.map(name -> "token " + name)
                .orElseGet(() -> Clients.name(
                        request.getConnectionMetaData().getRemoteSocketAddress(),
                        request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false),
                        admission.proxies()));
    }

    private static void take(Quotas quotas, String client, Request request, Response response) {
        Quotas.Share share = quotas.take(client);
        Passage passage = Passage.of(request);
        passage.carry("RateLimit-Policy", quotas.policy());
        passage.carry("RateLimit", Quotas.told(share));
        passage.carried().forEach(response.getHeaders()::put);
        if (!share.granted()) {
            throw new Refusal(Problem.of(
                            ProblemType.QUOTA_EXCEEDED,
                            "one client may send no more just now; there is room for one more request in "
                                    + share.seconds() + " s")
                    .withHeader("Retry-After", Long.toString(share.seconds())));
        }
    }

    private static Refusal unknown(boolean tried) {
        return new Refusal(Problem.of(
                        ProblemType.UNAUTHORIZED,
                        tried
                                ? "the header Authorization holds no token that this server knows"
                                : "this server asks for a token: Authorization: Bearer …")
                .withHeader(
                        "WWW-Authenticate",
                        tried
                                ? "Bearer realm=\"middletier\", error=\"invalid_token\""
                                : "Bearer realm=\"middletier\""));
    }
}
