/**
 * Problems in the data: a stable code, where it stands, what was found and what was done about it. Counted per code,
 * written in full to the release's report by {@link uk.middletier.issue.IssueLog}, never logged where found. Knows
 * nothing of the rows and the graph that it tells of.
 */
@NullMarked
package uk.middletier.issue;

import org.jspecify.annotations.NullMarked;
