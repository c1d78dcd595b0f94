/** Middle Tier: the public register of schools as a graph through time. This package holds {@link uk.middletier.Main} alone. */
@NullMarked
package uk.middletier;

import org.jspecify.annotations.NullMarked;
