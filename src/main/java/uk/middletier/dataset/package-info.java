/** Public files to typed rows: recognises a file by its header, reads it as a stream, and says where each fact came from. */
@NullMarked
package uk.middletier.dataset;

import org.jspecify.annotations.NullMarked;
