/**
 * A whole release as a Frictionless data package: one CSV a table, every column described, and back in again, equal.
 * {@link uk.middletier.archive.ArchiveWriter} writes one, {@link uk.middletier.archive.Archive} reads it. Knows what
 * stands in a graph and how a release is described; not where the data came from.
 */
@NullMarked
package uk.middletier.archive;

import org.jspecify.annotations.NullMarked;
