package uk.middletier.issue;

import org.jspecify.annotations.Nullable;

/**
 * One data problem, with enough to mend it at its source.
 *
 * @param file name of the file, without folders
 * @param line line on which the row starts, from 1; 0 = the file as a whole
 * @param subject what it is about: {@code school:100000}, {@code group 4782}; {@code null} if the row does not say
 * @param found the value or the contradiction
 * @param done what was done about it
 */
public record Issue(
        IssueCode code, String file, long line, @Nullable String subject, String found, String done) {}
