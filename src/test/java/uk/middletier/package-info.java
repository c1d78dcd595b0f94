/** Tests of the product as a whole: its architecture, its documentation. */
@NullMarked
package uk.middletier;

import org.jspecify.annotations.NullMarked;
