package uk.middletier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they were sent, by their entity tags: release, path, normalised parameters and format. An answer never
 * changes; those of old releases give way to newer ones. Computed once when many ask at once.
 */
final class AnswerCache {
    /** Values of a series that are written at once; more are sent as they are computed, and not kept. */
    static final long MOST_VALUES = 1_000_000;

    private final Cache<String, Content> answers;

    AnswerCache(long bytes) {
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String etag, Content content) -> content.weight())
                .build();
    }

    /** The answer of that tag, or what the computation gives, null included; its failures are the caller's. */
    @Nullable
    Content get(String etag, Function<String, @Nullable Content> computation) {
        return answers.get(etag, computation);
    }
}
