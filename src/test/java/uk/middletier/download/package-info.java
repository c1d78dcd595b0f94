@NullMarked
package uk.middletier.download;

import org.jspecify.annotations.NullMarked;
