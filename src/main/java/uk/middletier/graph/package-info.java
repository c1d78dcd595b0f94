/**
 * The graph store: opening one release read-only, bounded reads that stream their rows, and the bulk write of a new
 * one. Nothing of Neo4j's leaves this package.
 */
@NullMarked
package uk.middletier.graph;

import org.jspecify.annotations.NullMarked;
