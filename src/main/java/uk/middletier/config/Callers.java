package uk.middletier.config;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, and how much.
 *
 * @param hosts names under which the server may be asked, in lower case, beside loopback ones; {@code null} = any
 * @param tokens {@code null} = none is asked for
 * @param proxies that are believed whom they ask for
 * @param perMinute requests of one client; 0 = no limit
 * @param burst requests of one client at once; 0 without a limit
 * @param connections open at once, at least 1
 * @param patience how long a client may take to send a request
 */
public record Callers(
        @Nullable Set<String> hosts,
        @Nullable Tokens tokens,
        Proxies proxies,
        int perMinute,
        int burst,
        int connections,
        Duration patience) {}
