@NullMarked
package uk.middletier.cypher;

import org.jspecify.annotations.NullMarked;
