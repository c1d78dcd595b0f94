/**
 * The register's files from where they are published. {@link uk.middletier.download.Download} is the entry: whole files
 * or none, no more requests than needed, and whoever answers is treated with patience. Knows the names of the files and
 * how to tell whether one is what it should be; nothing of what is in them.
 */
@NullMarked
package uk.middletier.download;

import org.jspecify.annotations.NullMarked;
