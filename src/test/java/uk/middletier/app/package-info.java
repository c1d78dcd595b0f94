/** Tests of the commands and of the whole, on made-up schools and on the real register. */
@NullMarked
package uk.middletier.app;

import org.jspecify.annotations.NullMarked;
