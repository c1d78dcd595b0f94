package uk.middletier.http;

import java.util.Locale;

/** Every kind of failure a caller can meet; the constant in kebab case is the anchor in {@code /docs/problems}. */
enum ProblemType {
    UNKNOWN_PARAMETER(400, "There is no such parameter", "Leave it out, or take the one suggested."),
    INVALID_PARAMETER(400, "A parameter's value cannot be used", "Take one of the allowed values."),
    MISSING_PARAMETER(400, "A parameter is needed", "Give it a value; the list of the query's parameters says which."),
    INVALID_BODY(
            400,
            "The body cannot be read",
            "It takes a JSON object such as {\"parameters\": {\"asOf\": \"2020-01-01\"}}."),
    INVALID_CYPHER(
            400,
            "The statement cannot be run",
            "Mend it at the line and column given; /v1/queries has statements that run, and the graph's own names are"
                    + " in the documentation."),
    FORBIDDEN_STATEMENT(403, "The statement would do more than read", "Only reading the graph is allowed."),
    SWITCHED_OFF(403, "This server does not do that", "Whoever runs the server may switch it on: serve --help."),
    BROKEN_QUERY(500, "The saved query's file is broken", "Mend the file at the line given; it is read again at once."),
    INVALID_CURSOR(
            400,
            "The cursor does not belong to this question",
            "A cursor goes on where a page ended: same release, same parameters. Ask again without it."),
    BAD_REQUEST(400, "The request cannot be read", "It is not HTTP as this server knows it."),
    UNAUTHORIZED(
            401,
            "This server asks for a token",
            "Send Authorization: Bearer and one; whoever runs the server gives them. Never put it in an address."),
    OTHER_ORIGIN(
            403,
            "A page of another origin may not send this",
            "Ask from a page of this server, or from a program of your own."),
    UNKNOWN_ID(404, "There is nothing of that id", "Take the one suggested, or search in the list."),
    NOT_FOUND(404, "There is no such page", "GET /v1 lists what there is."),
    METHOD_NOT_ALLOWED(405, "The method does not apply here", "The Allow header lists those that do."),
    NOT_ACCEPTABLE(406, "There is no answer in that format", "Take one of the allowed formats."),
    REQUEST_TIMEOUT(
            408,
            "The request took too long to arrive",
            "Send it in one go; --client-timeout says how long it may take."),
    BODY_TOO_LARGE(413, "The body is too large", "At most 1 MB."),
    URI_TOO_LONG(414, "The address is too long", "Ask in smaller parts."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is of a type that is not read here", "Send JSON: Content-Type: application/json."),
    UNKNOWN_HOST(
            421,
            "This server is not asked under that name",
            "Ask http://localhost; whoever runs the server lets it be asked under other names: serve --hosts."),
    QUOTA_EXCEEDED(
            429,
            "One client may not ask so often",
            "Ask again after the seconds in Retry-After; RateLimit and RateLimit-Policy say how much may be asked."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "At most 8 kB together."),
    INTERNAL_ERROR(500, "The server failed", "It is the server's fault and has been logged under the id given."),
    BUSY(503, "Too many questions at once", "Ask again after the seconds in Retry-After."),
    NOT_READY(503, "No release can be asked just now", "Ask again after the seconds in Retry-After."),
    TOO_MUCH_MEMORY(
            503,
            "The answer would take more memory than one question may have",
            "Ask for less: an area, a page, a phase."),
    TIMED_OUT(
            504,
            "The answer took longer than it may",
            "Ask for less: an area, a page, a phase; or for all of it as CSV, which may take longer.");

    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String remedy() {
        return remedy;
    }

    /** {@code unknown-parameter}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is explained; relative, so that it holds wherever the server stands. */
    String uri() {
        return "/docs/problems#" + word();
    }
}
