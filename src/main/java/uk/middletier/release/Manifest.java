package uk.middletier.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release is made of and what stands in it: {@code release.json}.
 *
 * @param formatVersion of the folder and the graph in it; see {@link #FORMAT_VERSION}
 * @param id {@code 20251122T053248Z-0a1b2c3d}: when it was built, and the beginning of its checksum
 * @param softwareVersion of the program that built it
 * @param extractDate the day of the latest extract of the register: the default of every {@code asOf}
 * @param firstDate the earliest day about which the release says something
 * @param issues problems of the data, counted; in full in {@code issues.csv}
 * @param contentChecksum of what stands in the graph, the same however it is stored; see
 *     {@link uk.middletier.graph.ContentChecksum}
 * @param storeBytes size of the store when it was built; 0 = not known, because a server keeps it
 */
public record Manifest(
        int formatVersion,
        String id,
        Instant built,
        String softwareVersion,
        LocalDate extractDate,
        LocalDate firstDate,
        List<SourceFile> sources,
        Counts counts,
        List<IssueCount> issues,
        String contentChecksum,
        long storeBytes) {
    /** What this program writes and reads. Raised with every change that makes older releases unreadable. */
    public static final int FORMAT_VERSION = 1;

    public Manifest {
        sources = List.copyOf(sources);
        issues = List.copyOf(issues);
    }

    /** Whether any of its files was made up by the generator: then nothing in it is about real schools. */
    public boolean madeUp() {
        return sources.stream().anyMatch(SourceFile::madeUp);
    }

    /**
     * A file the release was built from.
     *
     * @param kind as {@code uk.middletier.dataset.SourceKind} names it
     * @param sha256 lower-case hex
     * @param madeUp whether the generator made it up
     * @param attribution the sentence the licence asks for
     */
    public record SourceFile(
            String file,
            String kind,
            LocalDate extractDate,
            String sha256,
            long rows,
            String publisher,
            String licence,
            boolean madeUp,
            String attribution) {}

    /**
     * How much stands in the graph.
     *
     * @param nodes by label, sorted; a node counts under each of its labels
     * @param relationships by type, sorted
     */
    public record Counts(Map<String, Long> nodes, Map<String, Long> relationships) {
        public Counts {
            nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
            relationships = Collections.unmodifiableMap(new TreeMap<>(relationships));
        }
    }

    /**
     * How often one kind of problem was found.
     *
     * @param severity {@code ERROR}, {@code WARNING} or {@code INFO}
     */
    public record IssueCount(String code, String severity, String title, long count) {}
}
