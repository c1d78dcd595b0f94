package uk.middletier.graph;

/**
 * What an embedded store may use of the machine.
 *
 * @param pageCacheBytes memory outside the heap that holds pages of the store
 * @param readMemoryBytes heap one read may take before it is refused with {@link GraphException.Kind#MEMORY}
 * @param allReadsMemoryBytes heap all reads together may take
 */
public record StoreOptions(long pageCacheBytes, long readMemoryBytes, long allReadsMemoryBytes) {
    private static final long MEBIBYTE = 1024L * 1024;

    /** Fits the whole register (some 60,000 schools) with room to spare, and a heap of 1 GiB. */
    public static final StoreOptions DEFAULT = new StoreOptions(256 * MEBIBYTE, 128 * MEBIBYTE, 384 * MEBIBYTE);

    public StoreOptions {
        if (pageCacheBytes < 8 * MEBIBYTE) {
            throw new IllegalArgumentException("the page cache needs 8 MiB at least: " + pageCacheBytes);
        }
        if (readMemoryBytes < MEBIBYTE) {
            throw new IllegalArgumentException("a read needs 1 MiB at least: " + readMemoryBytes);
        }
        if (allReadsMemoryBytes < 10 * MEBIBYTE) {
            throw new IllegalArgumentException("all reads together need 10 MiB at least: " + allReadsMemoryBytes);
        }
    }
}
