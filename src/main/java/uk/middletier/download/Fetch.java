package uk.middletier.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.Disk;

/**
 * Gets one file, however often the connection breaks: goes on where it stopped (RFC 9110, sections 13.1.5 and 14.2),
 * waits as long as the server asks (section 10.2.3), and asks for nothing that has not changed (section 13.1.2).
 */
final class Fetch {
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final long LOOK_MILLIS = 200;

    private final HttpClient client;
    private final String userAgent;
    private final Patience patience;
    private final Consumer<String> progress;
    private final Random chance = new Random();

    Fetch(HttpClient client, String userAgent, Patience patience, Consumer<String> progress) {
        this.client = client;
        this.userAgent = userAgent;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Gets a file into its part file.
     *
     * @param known what it was called when it was fetched whole; null = ask for it in any case
     * @throws DownloadException the server does not give it, or not in time
     */
    Outcome get(URI uri, Part part, Outcome.@Nullable Fetched known) {
        int inVain = 0;
        try {
            while (true) {
                long before = part.bytes();
                Attempt attempt = attempt(uri, part, known);
                if (attempt.outcome() != null) {
                    return attempt.outcome();
                }
                inVain = part.bytes() > before ? 1 : inVain + 1;
                if (inVain >= patience.attempts()) {
                    throw new DownloadException("Cannot get " + uri + ": " + attempt.trouble() + ", " + inVain
                            + " times in a row. What has come is kept: the same command goes on from there.");
                }
                pause(uri, inVain, attempt);
            }
        } catch (IOException e) {
            throw new DownloadException(
                    "Cannot write " + part.file() + ": " + Disk.reason(e) + ". Make room, or choose another folder.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadException("Interrupted while getting " + uri + ".", e);
        }
    }

    /**
     * One request.
     *
     * @param outcome if that was the last one
     * @param trouble why not
     * @param asked how long the server asked to wait
     */
    private record Attempt(@Nullable Outcome outcome, String trouble, Duration asked) {
        static Attempt of(Outcome outcome) {
            return new Attempt(outcome, "", Duration.ZERO);
        }

        static Attempt failed(String trouble) {
            return new Attempt(null, trouble, Duration.ZERO);
        }
    }

    private void pause(URI uri, int inVain, Attempt attempt) throws InterruptedException {
        Duration wait = patience.before(inVain, chance);
        if (attempt.asked().compareTo(patience.longestPause()) > 0) {
            throw new DownloadException("Cannot get " + uri + ": " + attempt.trouble() + " and asks to come back in "
                    + attempt.asked().toSeconds() + " seconds. Try again then.");
        }
        wait = wait.compareTo(attempt.asked()) < 0 ? attempt.asked() : wait;
        progress.accept(
                attempt.trouble() + "; once more in " + Math.max(1, Math.round(wait.toMillis() / 1000.0)) + " s");
        patience.pause().of(wait);
    }

    private Attempt attempt(URI uri, Part part, Outcome.@Nullable Fetched known)
            throws IOException, InterruptedException {
        long have = part.bytes();
        String tag = part.tag();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience.silence())
                .header("User-Agent", userAgent)
                .header("Accept", "text/csv, */*;q=0.1");
        if (have > 0 && tag != null) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", tag);
        } else if (known != null && known.tag() != null) {
            request.header("If-None-Match", known.tag());
        } else if (known != null && known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        HttpResponse<Long> response;
        try {
            response = send(request.build(), part, have);
        } catch (Sink.DiskFull e) {
            throw e;
        } catch (IOException e) {
            if (isUnknown(e)) {
                throw new DownloadException(
                        "Cannot get " + uri + ": there is no server " + uri.getHost()
                                + ", or no way to it. Check the connection and the address.",
                        e);
            }
            return Attempt.failed(uri.getHost() + " broke off (" + Disk.reason(e) + ")");
        }
        return understand(response, uri, part);
    }

    private HttpResponse<Long> send(HttpRequest request, Part part, long have)
            throws IOException, InterruptedException {
        AtomicLong lastSign = new AtomicLong(System.nanoTime());
        BodyHandler<Long> handler = info -> {
            lastSign.set(System.nanoTime());
            boolean rest = info.statusCode() == 206 && begins(info.headers()) == have;
            if (info.statusCode() != 200 && !rest) {
                return BodySubscribers.replacing(0L);
            }
            try {
                part.tagAs(null);
                Sink sink = new Sink(part.file(), rest ? have : 0, lastSign);
                part.tagAs(validator(info.headers()));
                return sink;
            } catch (IOException e) {
                return BodySubscribers.mapping(BodySubscribers.discarding(), nothing -> {
                    throw new java.io.UncheckedIOException(new Sink.DiskFull(e));
                });
            }
        };
        CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, handler);
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - lastSign.get() > patience.silence().toNanos()) {
                    answer.cancel(true);
                    throw new IOException(
                            "nothing came for " + patience.silence().toSeconds() + " seconds", e);
                }
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    private static IOException cause(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(String.valueOf(failure.getMessage()), failure);
    }

    private Attempt understand(HttpResponse<Long> response, URI uri, Part part) throws IOException {
        int status = response.statusCode();
        if (status == 200 || status == 206) {
            long total = status == 206 ? total(response.headers()) : response.body();
            if (status == 206 && part.bytes() != total) {
                // Another file than the one begun, or a part of a part.
                part.delete();
                return Attempt.failed(uri.getHost() + " sent another part than was asked for");
            }
            return Attempt.of(new Outcome.Fetched(
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Last-Modified").orElse(null)));
        } else if (status == 304) {
            return Attempt.of(new Outcome.Unchanged());
        } else if (GONE.contains(status)) {
            return Attempt.of(new Outcome.Missing("answered " + status));
        } else if (status == 416) {
            part.delete();
            return Attempt.failed(uri.getHost() + " has not so much of the file as is here");
        } else if (LATER.contains(status)) {
            return new Attempt(null, uri.getHost() + " answered " + status, retryAfter(response.headers()));
        }
        throw new DownloadException("Cannot get " + uri + ": the server answered " + status
                + response.headers()
                        .firstValue("Location")
                        .map(to -> " and leads on to " + to)
                        .orElse("")
                + ". Check the address (--from).");
    }

    /** Names this version of the file beyond doubt: a weak tag does not (RFC 9110, section 13.1.5). */
    private static @Nullable String validator(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse(null);
    }

    private static long begins(HttpHeaders headers) {
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        return range.matches() ? Long.parseLong(range.group(1)) : -1;
    }

    private static long total(HttpHeaders headers) {
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        return range.matches() && !range.group(2).equals("*") ? Long.parseLong(range.group(2)) : -1;
    }

    /** Seconds, or a date. */
    private static Duration retryAfter(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("0").strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static boolean isUnknown(IOException failure) {
        if (failure instanceof ConnectException) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnresolvedAddressException) {
                    return true;
                }
            }
        }
        return false;
    }
}
