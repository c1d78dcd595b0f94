package uk.middletier.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked for, as clients write it: most write what a server may not write back. */
final class Addresses {
    /** A character that may not stand in a path or query (RFC 3986), or a percent sign that encodes nothing. */
    private static final Pattern FOREIGN = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");

    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Addresses() {}

    /** The same as a reference that every reader of URIs takes. */
    static String reference(String address) {
        return FOREIGN.matcher(address).replaceAll(found -> {
            StringBuilder encoded = new StringBuilder();
            for (byte each : found.group().getBytes(StandardCharsets.UTF_8)) {
                encoded.append(String.format("%%%02X", each & 0xff));
            }
            return Matcher.quoteReplacement(encoded.toString());
        });
    }

    /** The name, as it was sent, of a parameter of the query string that is not well encoded. */
    static Optional<String> malformed(String query) {
        for (String piece : query.split("&", -1)) {
            if (MALFORMED.matcher(piece).find()) {
                return Optional.of(piece.split("=", 2)[0]);
            }
        }
        return Optional.empty();
    }
}
