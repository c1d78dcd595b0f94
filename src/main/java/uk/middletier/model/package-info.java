/**
 * The field's own words: ids, labels, relationship and property names, kinds, periods, and the rows of a graph before
 * it is written. Knows the JDK and nothing else; every other package speaks in these terms.
 */
@NullMarked
package uk.middletier.model;

import org.jspecify.annotations.NullMarked;
