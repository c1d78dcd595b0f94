/**
 * Public files to typed rows. {@link uk.middletier.dataset.Sources} recognises files by their headers,
 * {@link uk.middletier.dataset.SourceReader} reads them as streams, {@link uk.middletier.dataset.Authorities} knows the
 * local authorities. Every row says where it stands, and every value that was left out or doubted becomes an issue.
 * Says what one file says and no more: it never compares two rows of different files and knows nothing of a graph.
 */
@NullMarked
package uk.middletier.dataset;

import org.jspecify.annotations.NullMarked;
