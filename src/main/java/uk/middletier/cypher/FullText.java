package uk.middletier.cypher;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns typed words into a query of the full-text indexes in which nothing is an operator. */
final class FullText {
    static final String PROCEDURE = "db.index.fulltext.queryNodes";
    static final String SCHOOLS = "schools";
    static final String BODIES = "bodies";

    /** An apostrophe belongs to its word, as it does for the index: "mary's" is one. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}\\p{N}]+)*");

    private FullText() {}

    /** Every word must occur, or begin one that does; {@code ""} if there is no word. */
    static String allWords(String typed) {
        Matcher words = WORD.matcher(typed.replace('’', '\'').toLowerCase(Locale.ROOT));
        return words.results().map(word -> clause(word.group())).collect(Collectors.joining(" "));
    }

    /** Quoted, so that "and", "or" and "not" are words like any other. People write "St Marys" for "St Mary's". */
    private static String clause(String word) {
        String otherSpelling = word.endsWith("'s")
                ? " \"" + word.substring(0, word.length() - 2) + "s\""
                : word.length() > 3 && word.endsWith("s") ? " \"" + word.substring(0, word.length() - 1) + "'s\"" : "";
        return "+(\"" + word + "\" " + word + "*" + otherSpelling + ")";
    }
}
