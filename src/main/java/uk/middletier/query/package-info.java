/**
 * Saved queries: files of plain Cypher with a header of comments that gives them a title, typed parameters and the
 * columns to expect. Entry: {@link uk.middletier.query.QueryLibrary}, which reads them and follows when they change, and
 * {@link uk.middletier.query.Guard}, which lets nothing through that would do more than read. What an address or a
 * command line looks like is not known here.
 */
@NullMarked
package uk.middletier.query;

import org.jspecify.annotations.NullMarked;
