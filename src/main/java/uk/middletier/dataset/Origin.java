package uk.middletier.dataset;

/**
 * Where a row stands.
 *
 * @param source the file it comes from
 * @param line line on which the row starts, from 1
 */
public record Origin(Source source, long line) {}
