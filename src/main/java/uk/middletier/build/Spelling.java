package uk.middletier.build;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether two names are one name written in two ways. Case, accents, spaces and punctuation do not count, nor does what
 * the register now writes out and now leaves to the reader: "and" and "&amp;", "The", "Ltd", "CofE", the initials
 * behind a trust's name. A letter lost on the way ("Beis Rochel d?Satmar") may have been any one, or an apostrophe.
 */
final class Spelling {
    private static final Map<String, String> WRITTEN_OUT = Map.of(
            "the", "",
            "saint", "st",
            "rc", "romancatholic",
            "ce", "churchofengland",
            "cofe", "churchofengland",
            "mat", "multiacademytrust");

    private static final char LOST = '?';
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u00b4`]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}?]+");
    private static final Pattern C_OF_E = Pattern.compile("\\bc of e\\b");
    private static final Pattern COMPANY = Pattern.compile(" (limited|ltd)$");
    /** "(KCSP)": capitals only, so that places in brackets count. */
    private static final Pattern INITIALS = Pattern.compile("\\(\\p{Lu}{2,5}\\)\\s*$");

    private Spelling() {}

    /** Whether there is a name at all: a file that went through a spreadsheet library has "None" where there is none. */
    static boolean isName(String text) {
        return !text.isBlank() && !text.equals("None");
    }

    static boolean sameName(String first, String second) {
        String a = letters(first);
        String b = letters(second);
        return a.equals(b) || ((a.indexOf(LOST) >= 0 || b.indexOf(LOST) >= 0) && sameButForLost(a, b));
    }

    private static String letters(String name) {
        String text = INITIALS.matcher(name).replaceFirst("");
        text = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('\ufffd', LOST)
                .replace("&", " and ");
        text = APOSTROPHE.matcher(text).replaceAll("");
        text = NO_LETTER.matcher(text).replaceAll(" ").strip();
        text = C_OF_E.matcher(text).replaceAll("cofe");
        text = COMPANY.matcher(text).replaceFirst("");
        StringBuilder letters = new StringBuilder(text.length());
        for (String word : text.split(" ", -1)) {
            letters.append(WRITTEN_OUT.getOrDefault(word, word));
        }
        return letters.toString();
    }

    /** Row by row whether the beginnings of both match, as for an edit distance: a lost letter takes one letter or none. */
    private static boolean sameButForLost(String a, String b) {
        boolean[][] same = new boolean[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                boolean lostInA = i > 0 && a.charAt(i - 1) == LOST;
                boolean lostInB = j > 0 && b.charAt(j - 1) == LOST;
                boolean both = i > 0 && j > 0 && (lostInA || lostInB || a.charAt(i - 1) == b.charAt(j - 1));
                same[i][j] = (i == 0 && j == 0)
                        || (both && same[i - 1][j - 1])
                        || (lostInA && same[i - 1][j])
                        || (lostInB && same[i][j - 1]);
            }
        }
        return same[a.length()][b.length()];
    }
}
