package uk.middletier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;

/**
 * Answers as they were sent, by their entity tags: release, path, normalised parameters and format. An answer never
 * changes; those of old releases give way to newer ones. Computed once when many ask at once.
 */
final class AnswerCache {
    /** Values of a series that are written at once; more are sent as they are computed, and not kept. */
    static final long MOST_VALUES = 1_000_000;

    private final Cache<String, Content> answers;
    private final long bytes;

    AnswerCache(long bytes) {
        this.bytes = bytes;
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String etag, Content content) -> content.weight())
                .recordStats()
                .build();
    }

    /** Shows how much it holds and how often that was of use. */
    void show(Sight sight) {
        sight.watch(Metric.CACHE_ANSWERS, () -> answers.stats().hitCount(), "kept");
        sight.watch(Metric.CACHE_ANSWERS, () -> answers.stats().loadSuccessCount(), "made");
        sight.watch(Metric.CACHE_LIMIT, () -> bytes);
        sight.watch(
                Metric.CACHE_BYTES,
                () -> answers.policy()
                        .eviction()
                        .map(eviction -> eviction.weightedSize().orElse(0))
                        .orElse(0L));
    }

    /** The answer of that tag, or what the computation gives, null included; its failures are the caller's. */
    @Nullable
    Content get(String etag, Function<String, @Nullable Content> computation) {
        return answers.get(etag, computation);
    }
}
