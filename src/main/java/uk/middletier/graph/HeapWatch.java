package uk.middletier.graph;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.neo4j.kernel.api.exceptions.Status;

/**
 * Ends reads that hold more than there is, before the heap is full: what one expression gathers is counted by nobody.
 * Only what outlives collections is looked at, and once more after a collection, so that a busy heap is no full one.
 */
final class HeapWatch {
    private static final double FULL = 0.85;
    private static final @Nullable MemoryPoolMXBean POOL = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElse(null);

    private HeapWatch() {}

    /** @throws HeapFullException if there is no room, even after a collection */
    static void assertRoom() {
        if (full()) {
            collect();
        }
    }

    private static synchronized void collect() {
        // Whoever waited here may find room that another's end has made.
        if (full()) {
            System.gc();
            if (full()) {
                throw new HeapFullException();
            }
        }
    }

    private static boolean full() {
        if (POOL == null) {
            return false;
        }
        MemoryUsage usage = POOL.getUsage();
        return usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax();
    }

    /** Told to Bolt clients as Neo4j's own limit is. */
    static final class HeapFullException extends RuntimeException implements Status.HasStatus {
        private static final long serialVersionUID = 1;

        HeapFullException() {
            super("the read holds more memory than there is");
        }

        @Override
        public Status status() {
            return Status.General.TransactionOutOfMemoryError;
        }
    }
}
