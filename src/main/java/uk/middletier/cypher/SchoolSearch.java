package uk.middletier.cypher;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.middletier.model.Properties;

/** What somebody typed to find a school. */
public sealed interface SchoolSearch {
    /** A number that may be a URN, a UKPRN, or an LAESTAB written without its stroke. */
    record Digits(long number) implements SchoolSearch {}

    /** An LAESTAB as the register writes it: {@code 203/3614}. */
    record LaEstab(String laEstab) implements SchoolSearch {}

    /** A whole postcode with its one space. */
    record Postcode(String postcode) implements SchoolSearch {}

    /** Words for the full-text index; in Lucene's query language, made safe. */
    record Words(String query) implements SchoolSearch {}

    Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?) *([0-9][A-Z]{2})");
    Pattern LA_ESTAB = Pattern.compile("([0-9]{3}) */ *([0-9]{4})");
    Pattern NUMBER = Pattern.compile("[0-9]{5,8}");

    /** Reads what was typed. */
    static SchoolSearch of(String typed) {
        String trimmed = typed.strip();
        if (NUMBER.matcher(trimmed).matches()) {
            return new Digits(Long.parseLong(trimmed));
        }
        Matcher laEstab = LA_ESTAB.matcher(trimmed);
        if (laEstab.matches()) {
            return new LaEstab(laEstab.group(1) + "/" + laEstab.group(2));
        }
        Matcher postcode = POSTCODE.matcher(trimmed.toUpperCase(Locale.ROOT));
        if (postcode.matches()) {
            return new Postcode(postcode.group(1) + " " + postcode.group(2));
        }
        return new Words(FullText.allWords(trimmed));
    }

    /** The properties that a search of that form compares, each with the parameter of its name. */
    static List<String> identifiers(Class<? extends SchoolSearch> form) {
        if (form == Digits.class) {
            return List.of(Properties.URN, Properties.LA_ESTAB, Properties.UKPRN);
        }
        if (form == LaEstab.class) {
            return List.of(Properties.LA_ESTAB);
        }
        return form == Postcode.class ? List.of(Properties.POSTCODE) : List.of();
    }

    /** The parameters of the condition this search becomes. */
    default Map<String, Object> parameters() {
        if (this instanceof Digits number) {
            String digits = Long.toString(number.number());
            String laEstab = digits.length() == 7 ? digits.substring(0, 3) + "/" + digits.substring(3) : digits;
            return Map.of(Properties.URN, number.number(), Properties.LA_ESTAB, laEstab, Properties.UKPRN, digits);
        }
        if (this instanceof LaEstab laEstab) {
            return Map.of(Properties.LA_ESTAB, laEstab.laEstab());
        }
        if (this instanceof Postcode postcode) {
            return Map.of(Properties.POSTCODE, postcode.postcode());
        }
        return this instanceof Words words ? Map.of("search", words.query()) : Map.of();
    }
}
