/** Tests of the build. */
@NullMarked
package uk.middletier.build;

import org.jspecify.annotations.NullMarked;
