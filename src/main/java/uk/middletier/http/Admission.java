package uk.middletier.http;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask the server, and how often.
 *
 * @param hosts names under which it may be asked, in lower case, beside those of loopback; {@code null} = any
 * @param tokens {@code null} = none is asked for
 * @param proxies those that are believed whom they ask for
 * @param perMinute requests of one client on average; 0 = no limit
 * @param burst requests of one client at once, at least 1 if there is a limit
 */
public record Admission(
        @Nullable Set<String> hosts, @Nullable Holders tokens, Predicate<IPAddress> proxies, int perMinute, int burst) {
    /** Everybody on this machine, as often as they like. */
    public static final Admission LOOPBACK = new Admission(Set.of(), null, proxy -> false, 0, 0);

    /** Who holds which token. */
    @FunctionalInterface
    public interface Holders {
        /** The name of whoever has that token. */
        Optional<String> find(String token);
    }

    public Admission {
        if (perMinute < 0 || burst < 0 || (perMinute > 0 && burst == 0)) {
            throw new IllegalArgumentException("no such limit: " + perMinute + " a minute, " + burst + " at once");
        }
    }
}
