@NullMarked
package uk.middletier.example;

import org.jspecify.annotations.NullMarked;
