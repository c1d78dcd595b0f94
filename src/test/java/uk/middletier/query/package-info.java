@NullMarked
package uk.middletier.query;

import org.jspecify.annotations.NullMarked;
