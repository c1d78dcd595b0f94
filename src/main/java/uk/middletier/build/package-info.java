/**
 * Rows of the public files to rows of the graph: when each school was open, who governed it, what it belonged to and
 * what took its place. Entry: {@link uk.middletier.build.GraphBuild}. Knows nothing of how a graph is stored.
 */
@NullMarked
package uk.middletier.build;

import org.jspecify.annotations.NullMarked;
