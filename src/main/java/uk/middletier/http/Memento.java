package uk.middletier.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.KnownRelease;
import uk.middletier.release.Manifest;

/**
 * Datetime negotiation (RFC 7089) in its pattern 1.1: every resource is its own TimeGate, which leads with 302 to the
 * same question put to the release of the time asked for, whose address has {@code release} in it and whose answers are
 * mementos. The datetime of a release is the beginning of its extract date (UTC): what the register said then, whenever
 * that was imported. Of two releases with one extract date, the one built last says it.
 */
final class Memento {
    static final String LINK_FORMAT = "application/link-format";

    private static final String ACCEPT_DATETIME = "Accept-Datetime";
    private static final String LINK = "Link";
    private static final String VARY = "Vary";

    /** RFC 7089, section 2.1: an rfc1123-date, in English and GMT. */
    private static final DateTimeFormatter RFC1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** What cannot stand in an address in angle brackets, or ends a header. */
    private static final String UNSAFE = "<>\"\\^`{|}";

    private Memento() {}

    /** Where a request with Accept-Datetime is led to; null without it. */
    static @Nullable Reply negotiated(Request request, ReleaseSource releases) {
        String asked = request.acceptDatetime();
        if (asked == null) {
            return null;
        }
        Instant when;
        try {
            when = LocalDateTime.parse(asked.strip(), RFC1123).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            // RFC 7089, section 4.5.2.
            throw new Refusal(Problem.ofParameter(
                            ProblemType.BAD_REQUEST,
                            "Accept-Datetime takes a date such as " + datetime(LocalDate.of(2025, 1, 5)),
                            ACCEPT_DATETIME)
                    .withHeader(VARY, vary()));
        }
        List<Manifest> mementos = mementos(releases);
        if (mementos.isEmpty()) {
            return null;
        }
        // Before the first there is the first: RFC 7089, section 4.5.1.
        Manifest chosen = mementos.get(0);
        for (Manifest each : mementos) {
            if (!beginning(each).isAfter(when)) {
                chosen = each;
            }
        }
        String original = original(request.target());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", safe(of(original, chosen.id())));
        headers.put(VARY, vary());
        headers.put("Cache-Control", "public, max-age=60");
        headers.put(LINK, links(original));
        return new Reply.Whole(302, headers, Content.NONE);
    }

    /** What an answer says of itself: which memento it is, or where there are some. */
    static void mark(Map<String, String> headers, Request request, Question question) {
        headers.merge(LINK, links(original(request.target())), (first, others) -> first + ", " + others);
        if (question.pinned()) {
            headers.put(
                    "Memento-Datetime", datetime(question.release().manifest().extractDate()));
        } else {
            headers.put(VARY, vary());
        }
    }

    /** Before those to other releases: most who read the header look for where to go on. */
    static void addLink(Map<String, String> headers, String link) {
        headers.merge(LINK, link, (others, first) -> first + ", " + others);
    }

    /**
     * All there is of a resource.
     *
     * @param original its address, without {@code release}
     */
    static String timeMap(String original, List<Manifest> mementos) {
        StringBuilder map = new StringBuilder();
        map.append('<').append(safe(original)).append(">; rel=\"original timegate\"");
        map.append(",\n<").append(timeMapAddress(original)).append(">; rel=\"self\"; type=\"" + LINK_FORMAT + "\"");
        int last = mementos.size() - 1;
        if (last >= 0) {
            map.append("; from=\"")
                    .append(datetime(mementos.get(0).extractDate()))
                    .append('"');
            map.append("; until=\"")
                    .append(datetime(mementos.get(last).extractDate()))
                    .append('"');
        }
        for (int i = 0; i <= last; i++) {
            Manifest each = mementos.get(i);
            map.append(",\n<").append(safe(of(original, each.id()))).append(">; rel=\"");
            map.append(i == 0 ? "first " : "").append(i == last ? "last " : "");
            map.append("memento\"; datetime=\"")
                    .append(datetime(each.extractDate()))
                    .append('"');
        }
        return map.append('\n').toString();
    }

    /** Releases that can be asked, in the order of what they can know. */
    static List<Manifest> mementos(ReleaseSource releases) {
        return releases.known().stream()
                .map(KnownRelease::manifest)
                .filter(Objects::nonNull)
                .sorted(KnownRelease.BY_EXTRACT)
                .toList();
    }

    /** The address without a release in it: what there are mementos of. */
    static String original(String target) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return target;
        }
        String query = Arrays.stream(target.substring(mark + 1).split("&", -1))
                .filter(pair -> !named(pair))
                .collect(Collectors.joining("&"));
        return target.substring(0, mark) + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean named(String pair) {
        String name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(Parameter.RELEASE.name());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String of(String original, String release) {
        return original + (original.contains("?") ? "&" : "?") + Parameter.RELEASE.name() + "=" + release;
    }

    private static String links(String original) {
        return "<" + safe(original) + ">; rel=\"original timegate\", <" + timeMapAddress(original)
                + ">; rel=\"timemap\"; type=\"" + LINK_FORMAT + "\"";
    }

    private static String timeMapAddress(String original) {
        return TimeMap.PATH + "?url=" + Parameters.encoded(original);
    }

    private static String vary() {
        return Transmission.VARY + ", " + ACCEPT_DATETIME;
    }

    private static Instant beginning(Manifest manifest) {
        return manifest.extractDate().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static String datetime(LocalDate extractDate) {
        return RFC1123.format(extractDate.atStartOfDay());
    }

    private static String safe(String address) {
        StringBuilder safe = new StringBuilder(address.length());
        address.codePoints().forEach(letter -> {
            if (letter > 0x20 && letter < 0x7f && UNSAFE.indexOf(letter) < 0) {
                safe.appendCodePoint(letter);
            } else {
                for (byte each : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    safe.append('%').append(String.format(Locale.ROOT, "%02X", each));
                }
            }
        });
        return safe.toString();
    }
}
