/**
 * Tables as JSON, CSV and NDJSON, graphs in what libraries that draw them read, streamed to an output their caller closes,
 * and feeds. Knows the values a graph gives; not
 * where the rows come from or who asked for them.
 */
@NullMarked
package uk.middletier.export;

import org.jspecify.annotations.NullMarked;
