/**
 * One table of settings: names, defaults, units, a sentence each. Command-line help, environment, properties file and
 * README are all made from {@link uk.middletier.config.Setting}; what the rest of the product sees is the immutable
 * {@link uk.middletier.config.Settings}.
 */
@NullMarked
package uk.middletier.config;

import org.jspecify.annotations.NullMarked;
