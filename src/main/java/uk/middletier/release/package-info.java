/**
 * Releases on disk: immutable folders, each with its manifest and store, beside one pointer that says which is served.
 * {@link uk.middletier.release.Releases} makes, lists and removes them; {@link uk.middletier.release.ServedReleases}
 * serves the current one and follows the pointer. Killed at any instant, the old release is still current and whole.
 * Knows nothing of how a graph is built or asked.
 */
@NullMarked
package uk.middletier.release;

import org.jspecify.annotations.NullMarked;
