/**
 * Commands and wiring: what the command line offers, what is started in which order and stopped in which. Entry:
 * {@link uk.middletier.app.CommandLineInterface}. The one package that knows all others.
 */
@NullMarked
package uk.middletier.app;

import org.jspecify.annotations.NullMarked;
