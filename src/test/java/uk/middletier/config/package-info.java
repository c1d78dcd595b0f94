/** Tests of the settings. */
@NullMarked
package uk.middletier.config;

import org.jspecify.annotations.NullMarked;
