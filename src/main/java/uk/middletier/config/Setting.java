package uk.middletier.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting, in the order in which help and README list them. */
public enum Setting {
    DATA("data", "data", "folder", "Where releases are kept."),
    STORE(
            "store",
            "embedded",
            "address",
            "Where the graph is: embedded = in the data folder; or a database of a Neo4j server or cluster:"
                    + " neo4j://host:7687/database."),
    STORE_AUTH(
            "store-auth",
            "none",
            "file",
            "Properties file with user and password for that server, or MIDDLETIER_STORE_USER and"
                    + " MIDDLETIER_STORE_PASSWORD in the environment."),
    FROM(
            "from",
            "https://ea-edubase-api-prod.azurewebsites.net/edubase/downloads/public/",
            "address",
            "Where download finds the register's files; several with commas between are tried in turn."),
    HOST("host", "127.0.0.1", "address", "Network address to listen on; anything but loopback is exposed to others."),
    PORT("port", "8080", "port", "Port to listen on; 0 takes a free one."),
    HOSTS(
            "hosts",
            "auto",
            "names",
            "Names under which the server may be asked (Host), with commas between them, or any; auto = on loopback"
                    + " only localhost and loopback addresses, else any."),
    TOKENS(
            "tokens",
            "none",
            "file",
            "File of tokens, a line each: name, token or sha256:…; without one of them nothing is answered. Or one"
                    + " token in MIDDLETIER_TOKEN in the environment."),
    PROXIES(
            "proxies",
            "none",
            "addresses",
            "Proxies, as addresses or networks (10.0.0.0/8) with commas between them, that are believed whom they ask"
                    + " for (X-Forwarded-For)."),
    RATE_LIMIT(
            "rate-limit", "off", "requests", "Requests a minute that one client may send; more are refused with 429."),
    RATE_BURST(
            "rate-burst",
            "0",
            "requests",
            "Requests one client may send at once if it has been quiet; 0 = as many as in a minute."),
    CONNECTIONS("connections", "1000", "connections", "Connections open at once; more wait to be taken."),
    CLIENT_TIMEOUT(
            "client-timeout",
            "30",
            "seconds",
            "How long a client may take to send a request, or may neither send nor read."),
    QUERIES("queries", "queries", "folder", "Saved queries of your own; they go before those of the program."),
    CYPHER(
            "cypher",
            "auto",
            "on, off, auto",
            "Whether POST /v1/cypher takes statements; auto = only on loopback, and without --hosts and --proxies."),
    BOLT(
            "bolt",
            "off",
            "port",
            "Port on loopback for Neo4j's tools and drivers, read-only; 0 takes a free one, off opens none."),
    TIMEOUT("timeout", "10", "seconds", "How long a question may take unless it asks for less."),
    CONCURRENCY("concurrency", "0", "questions", "Questions answered at once; 0 = twice the processors."),
    QUEUE("queue", "64", "questions", "Questions that may wait for their turn before others are refused."),
    GRACE("grace", "10", "seconds", "How long requests being answered may take once the server is told to stop."),
    RELEASES(
            "releases",
            "2",
            "releases",
            "Releases that may be open beside the current one, for questions with release=; 0 = none."),
    PAGE_CACHE("page-cache", "256", "MiB", "Memory outside the heap for the graph store's pages."),
    QUERY_MEMORY("query-memory", "256", "MiB", "Memory one question may take."),
    ALL_QUERY_MEMORY("all-query-memory", "512", "MiB", "Memory all questions together may take."),
    LOG_REQUESTS("log-requests", "off", "on, off", "Whether every request has a line in the log."),
    LOG_FORMAT("log-format", "text", "text, json", "Lines of the log for people, or as JSON for programs."),
    SLOW("slow", "1000", "ms", "Questions that take longer have a line in the log; 0 = none has.");

    private final String key;
    private final String defaultValue;
    private final String unit;
    private final String sentence;

    Setting(String key, String defaultValue, String unit, String sentence) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.sentence = sentence;
    }

    /** Name in a properties file: {@code page-cache}. */
    public String key() {
        return key;
    }

    /** Name on the command line: {@code --page-cache}. */
    public String flag() {
        return "--" + key;
    }

    /** Name in the environment: {@code MIDDLETIER_PAGE_CACHE}. */
    public String environment() {
        return "MIDDLETIER_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String unit() {
        return unit;
    }

    public String sentence() {
        return sentence;
    }

    /** The table of all settings in Markdown, as the README holds it. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| flag | environment | default | |\n|---|---|---|---|\n");
        for (Setting setting : values()) {
            table.append("| `")
                    .append(setting.flag())
                    .append("` | `")
                    .append(setting.environment())
                    .append("` | ")
                    .append(setting.defaultValue)
                    .append(
                            setting.unit.equals("folder")
                                            || setting.unit.startsWith("text")
                                            || setting.unit.startsWith("on")
                                            || setting.unit.equals("address")
                                            || setting.unit.equals("addresses")
                                            || setting.unit.equals("names")
                                            || setting.defaultValue.equals("off")
                                            || setting.unit.equals("file")
                                            || setting.unit.equals("port")
                                    ? ""
                                    : " " + setting.unit)
                    .append(" | ")
                    .append(setting.sentence)
                    .append(" |\n");
        }
        return table.toString();
    }

    /** The setting of that key, if there is one. */
    public static Optional<Setting> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
