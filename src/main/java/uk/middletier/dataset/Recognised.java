package uk.middletier.dataset;

import java.util.List;

/**
 * What was found in the files, folders and archives given.
 *
 * @param sources by kind, then by extract date; never two of one kind and date, never two of one name
 * @param ignored files that were passed over, each with the reason: {@code README.md (its first line names no column of
 *     a known file)}
 */
public record Recognised(List<Source> sources, List<String> ignored) {
    public Recognised {
        sources = List.copyOf(sources);
        ignored = List.copyOf(ignored);
    }
}
