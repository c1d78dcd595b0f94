/**
 * The statements the product asks its graph, built with Cypher-DSL: a text and its parameters, never a text with a
 * value joined into it. Knows the words of the model; not how or where a statement runs.
 */
@NullMarked
package uk.middletier.cypher;

import org.jspecify.annotations.NullMarked;
