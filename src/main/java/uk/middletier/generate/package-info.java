/**
 * Made-up files in the shape of the public register, for demonstrations, tests and trials of size. {@link
 * uk.middletier.generate.Generator} promises the same bytes for the same options, real authorities with fictional schools
 * and trusts, and a history whose national figures come near the published ones. It must not know how its files are read:
 * nothing here depends on the import or on the graph.
 */
@NullMarked
package uk.middletier.generate;

import org.jspecify.annotations.NullMarked;
