package uk.middletier.graph;

/**
 * What a store has done since it was opened, as the database itself counts it.
 *
 * @param pageHits reads of a page that was in memory
 * @param pageFaults reads of one that had to be read from disk
 * @param transactionsStarted those of this program and those over Bolt
 * @param transactionsActive of these, running now
 * @param transactionsTerminated of these, ended from outside: by their time limit, mostly
 */
public record StoreActivity(
        long pageHits,
        long pageFaults,
        long transactionsStarted,
        long transactionsActive,
        long transactionsTerminated) {}
