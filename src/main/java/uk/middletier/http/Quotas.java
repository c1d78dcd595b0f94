package uk.middletier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * So many requests a minute for each client, and a burst for who has been quiet. Told in the fields of
 * draft-ietf-httpapi-ratelimit-headers-11.
 */
final class Quotas {
    /** Clients of which is known what they have left; the one heard of least is forgotten first. About 10 MB. */
    static final long MOST_CLIENTS = 50_000;

    private static final long MINUTE_SECONDS = 60;

    private final Cache<String, Bucket> buckets;
    private final TimeMeter clock;
    private final int perMinute;
    private final int burst;

    /**
     * What has become of a request.
     *
     * @param left requests that may follow at once
     * @param seconds until there is one more
     */
    record Share(boolean granted, long left, long seconds) {}

    Quotas(int perMinute, int burst, TimeMeter clock) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.clock = clock;
        // Who is forgotten after that time had a whole burst left.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofSeconds(windowSeconds() + 1))
                .build();
    }

    Share take(String client) {
        Bucket bucket = buckets.get(
                client,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(clock)
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long next = (MINUTE_SECONDS + perMinute - 1) / perMinute;
        return probe.isConsumed()
                ? new Share(true, probe.getRemainingTokens(), next)
                : new Share(false, 0, ceilSeconds(probe.getNanosToWaitForRefill()));
    }

    /** {@code RateLimit-Policy}: a quota, and the seconds in which all of it comes back. */
    String policy() {
        return "\"client\";q=" + burst + ";w=" + windowSeconds();
    }

    /** {@code RateLimit}: what is left, and for how many seconds there is no more. */
    static String told(Share share) {
        return "\"client\";r=" + share.left() + ";t=" + share.seconds();
    }

    private long windowSeconds() {
        return Math.max(1, (burst * MINUTE_SECONDS + perMinute - 1) / perMinute);
    }

    private static long ceilSeconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    /** Clients remembered. */
    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
