@NullMarked
package uk.middletier.measure;

import org.jspecify.annotations.NullMarked;
