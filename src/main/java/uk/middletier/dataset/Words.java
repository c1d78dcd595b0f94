package uk.middletier.dataset;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the register's words mean where they are not names. */
final class Words {
    /** "None" is not among them: a school of no religious character says so. */
    private static final Set<String> NOTHING = Set.of("", "-", "not applicable", "does not apply", "not recorded");

    /**
     * A question mark stands for a letter outside the encoding. Only one that ends a word of letters at the end of the
     * name is an honest question ("Why not?").
     */
    private static final Pattern LOST = Pattern.compile("\ufffd|\\?(?=.)|(?<=\\d)\\?$");

    private static final Pattern COUNTRY = Pattern.compile("^\\((England/Wales|Scotland)\\) ");

    private Words() {}

    /** Whether the text says that there is nothing to say. */
    static boolean isNothing(String text) {
        return text.length() <= 14 && NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a name has lost letters on its way through a narrower encoding. */
    static boolean hasLostLetters(String name) {
        return (name.indexOf('?') >= 0 || name.indexOf('\ufffd') >= 0)
                && LOST.matcher(name).find();
    }

    /** Whether an area is none that exists: "(pseudo) Channel Islands". */
    static boolean isPseudo(String area) {
        return area.startsWith("(pseudo)");
    }

    /** "Rural village" of "(England/Wales) Rural village": the classes are the same in both countries. */
    static String urbanRural(String text) {
        return COUNTRY.matcher(text).replaceFirst("");
    }

    /** A code of digits at its full width: a spreadsheet takes the zeros before "07" and puts ".0" behind. */
    static String code(String text, int width) {
        String code = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean digits = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && code.length() < width ? "0".repeat(width - code.length()) + code : code;
    }
}
