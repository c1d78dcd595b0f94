@NullMarked
package uk.middletier.timeline;

import org.jspecify.annotations.NullMarked;
