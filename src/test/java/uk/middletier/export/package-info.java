@NullMarked
package uk.middletier.export;

import org.jspecify.annotations.NullMarked;
