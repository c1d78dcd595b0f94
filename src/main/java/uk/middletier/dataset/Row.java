package uk.middletier.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;

/**
 * The row that a {@link Table} stands on, read by column. What cannot be read becomes an issue and {@code null}. One
 * object serves a whole file.
 */
final class Row {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}(\\.0)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{0,9}(\\.\\d{1,9})?|\\d{1,9}\\.");
    private static final Pattern URN = Pattern.compile("[1-9]\\d{0,8}");

    private final Source source;
    private final Issues issues;
    private final Map<String, Integer> columns;

    /** Types, statuses and names of areas come again in thousands of rows; one copy of each is kept per file. */
    private final Map<String, String> pool = new HashMap<>();

    private final Map<String, Optional<LocalDate>> dates = new HashMap<>();
    private final Set<String> lostNames = new HashSet<>();
    private final List<String> placeholders = new ArrayList<>();
    private @Nullable CsvRecord current;
    private @Nullable String subject;

    Row(Source source, Issues issues, Map<String, Integer> columns) {
        this.source = source;
        this.issues = issues;
        this.columns = columns;
    }

    void moveTo(CsvRecord next) {
        current = next;
        subject = null;
        placeholders.clear();
    }

    Origin origin() {
        return new Origin(source, record().getStartingLineNumber());
    }

    /** Names what the row is about in all further issues. */
    void about(@Nullable String what) {
        subject = what;
    }

    /** The field without blanks around it; empty if the file has no such column or this row does not reach it. */
    String raw(String column) {
        Integer index = columns.get(column);
        return index == null || index >= record().getFieldCount()
                ? ""
                : record().getField(index).strip();
    }

    /** The field, {@code null} if it says nothing. */
    @Nullable
    String text(String column) {
        String text = raw(column);
        return Words.isNothing(text) ? null : text;
    }

    /** The field as {@link #text}, for values that many rows share. */
    @Nullable
    String word(String column) {
        String text = text(column);
        return text == null ? null : shared(text);
    }

    /** The field as it is, for values that many rows share. */
    String wordOrEmpty(String column) {
        return shared(raw(column));
    }

    /** A code, {@code null} for one of those that stand for none. */
    @Nullable
    String code(String column, Set<String> none) {
        String code = word(column);
        return code == null || none.contains(code) ? null : code;
    }

    String shared(String text) {
        String known = pool.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** A name that is the row's own subject; lost letters are reported. */
    String name(String column) {
        String name = raw(column);
        if (Words.hasLostLetters(name)) {
            issue(IssueCode.LETTERS_LOST, column + " '" + name + "'", "kept as it is");
        }
        return name;
    }

    /** A name that many rows share; lost letters are reported once per file. */
    String sharedName(String column, String name, String owner) {
        if (Words.hasLostLetters(name) && lostNames.add(owner + ' ' + name)) {
            issues.add(
                    IssueCode.LETTERS_LOST, source.name(), line(), owner, column + " '" + name + "'", "kept as it is");
        }
        return shared(name);
    }

    OptionalLong urn(String column) {
        String text = raw(column);
        if (URN.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        issue(IssueCode.URN_INVALID, column + " '" + text + "'", "the row is left out");
        return OptionalLong.empty();
    }

    /** A school's number, bare or as an id: {@code 100000} or {@code school:100000}. */
    OptionalLong school(String column) {
        return school(column, "the row is left out");
    }

    /** The same for a row that can do without it. */
    OptionalLong schoolIfAny(String column) {
        return raw(column).isEmpty() ? OptionalLong.empty() : school(column, "left out");
    }

    private OptionalLong school(String column, String done) {
        String text = raw(column);
        String number = text.startsWith("school:") ? text.substring("school:".length()) : Words.code(text, 0);
        if (URN.matcher(number).matches()) {
            return OptionalLong.of(Long.parseLong(number));
        }
        issue(IssueCode.URN_INVALID, column + " '" + text + "'", done);
        return OptionalLong.empty();
    }

    /** The UID of a group; a row without is reported. */
    Optional<String> uid(String column) {
        String uid = Words.code(raw(column), 0);
        if (uid.isEmpty()) {
            issue(IssueCode.GROUP_INVALID, column + " ''", "the row is left out");
            return Optional.empty();
        }
        return Optional.of(shared(uid));
    }

    @Nullable
    Integer integer(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (WHOLE.matcher(text).matches()) {
            return Integer.valueOf(Words.code(text, 0));
        }
        issue(IssueCode.NUMBER_UNREADABLE, column + " '" + text + "'", "left out");
        return null;
    }

    /** A share of a hundred. */
    @Nullable
    Double percent(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (DECIMAL.matcher(text).matches() && Double.parseDouble(text) <= 100) {
            return Double.valueOf(text);
        }
        issue(IssueCode.NUMBER_UNREADABLE, column + " '" + text + "'", "left out");
        return null;
    }

    @Nullable
    LocalDate date(String column, Predicate<LocalDate> placeholder) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        LocalDate date = dates.computeIfAbsent(text, Dates::find).orElse(null);
        if (date == null) {
            issue(IssueCode.DATE_IMPOSSIBLE, column + " '" + text + "'", "left out");
        } else if (placeholder.test(date)) {
            placeholders.add(column + " " + text);
            return null;
        }
        return date;
    }

    boolean wasPlaceholder(String column) {
        return placeholders.stream().anyMatch(found -> found.startsWith(column + " "));
    }

    /** Reports the row's placeholder dates, all in one issue. */
    void reportPlaceholders() {
        if (!placeholders.isEmpty()) {
            issue(IssueCode.DATE_PLACEHOLDER, String.join(", ", placeholders), "taken as not known");
        }
    }

    void issue(IssueCode code, String found, String done) {
        issues.add(code, source.name(), line(), subject, found, done);
    }

    private long line() {
        return record().getStartingLineNumber();
    }

    private CsvRecord record() {
        if (current == null) {
            throw new IllegalStateException("not on a row");
        }
        return current;
    }
}
