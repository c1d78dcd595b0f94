@NullMarked
package uk.middletier.http;

import org.jspecify.annotations.NullMarked;
