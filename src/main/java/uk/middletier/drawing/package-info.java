/**
 * Graphs to be drawn: schools, bodies and the ties between them, on a day or over a time, with places that stay the same
 * from one day to another. Pure functions of a timeline; knows nothing of how a graph is written or who asked for it.
 */
@NullMarked
package uk.middletier.drawing;

import org.jspecify.annotations.NullMarked;
