package uk.middletier.http;

import java.util.Map;

/** Headers of every answer: none of them is a page that may load, run, be framed by or drawn into anything. */
final class SecurityHeaders {
    static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer");

    private SecurityHeaders() {}
}
