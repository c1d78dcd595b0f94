package uk.middletier.dataset;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.OverlayRecord.Span;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/** Rows of the overlays in our own columns. A row that lacks what it is about is reported and left out. */
final class OverlayReader implements Consumer<Row> {
    private static final Pattern ID = Pattern.compile("[a-z-]+:\\S+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?%?");

    private final SourceKind kind;
    private final Consumer<OverlayRecord> records;

    OverlayReader(SourceKind kind, Consumer<OverlayRecord> records) {
        this.kind = kind;
        this.records = records;
    }

    @Override
    public void accept(Row row) {
        Optional<? extends OverlayRecord> read = switch (kind) {
            case OVERLAY_PROGRAMMES -> programme(row);
            case OVERLAY_BODIES -> body(row);
            case OVERLAY_MEMBERSHIPS -> member(row);
            case OVERLAY_SUPPORT -> support(row);
            case OVERLAY_DESIGNATIONS -> designation(row);
            case OVERLAY_OBSERVATIONS -> observation(row);
            default -> throw new IllegalArgumentException(kind + " is no overlay");
        };
        read.ifPresent(records);
    }

    private static Optional<OverlayRecord> programme(Row row) {
        Optional<String> id = id(row, "id", Ids.PROGRAMME_PREFIX);
        Optional<Span> span = id.isEmpty() ? Optional.empty() : span(row, id.get());
        return span.map(days -> new OverlayRecord.Programme(
                row.origin(),
                id.orElseThrow(),
                named(row, id.orElseThrow()),
                row.word("country"),
                days,
                row.word("source")));
    }

    private static Optional<OverlayRecord> body(Row row) {
        String word = row.raw("kind");
        Optional<BodyKind> kind = BodyKind.find(word)
                .or(() -> BodyKind.findWord(word))
                .filter(found -> found != BodyKind.LOCAL_AUTHORITY && found != BodyKind.UNKNOWN_TRUST);
        row.about(row.raw("id"));
        if (kind.isEmpty()) {
            row.issue(IssueCode.OVERLAY_WORD_UNKNOWN, "kind '" + word + "'", "the row is left out");
            return Optional.empty();
        }
        Optional<String> id = id(row, "id", kind.get().idPrefix() + ":");
        Optional<Span> span = id.isEmpty() ? Optional.empty() : span(row, id.get());
        if (span.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong lead = row.schoolIfAny("leadSchool");
        return Optional.of(new OverlayRecord.Body(
                row.origin(),
                id.orElseThrow(),
                kind.get(),
                named(row, id.orElseThrow()),
                formality(row, kind.get()),
                lead.isPresent() ? lead.getAsLong() : null,
                row.word("parent"),
                row.word("programme"),
                null,
                span.get(),
                row.word("source")));
    }

    private static Formality formality(Row row, BodyKind kind) {
        String word = row.raw("formality");
        return Formality.find(word).orElseGet(() -> {
            if (!word.isEmpty()) {
                row.issue(
                        IssueCode.OVERLAY_WORD_UNKNOWN,
                        "formality '" + word + "'",
                        "taken as " + kind.formality().word() + ", as most of its kind are");
            }
            return kind.formality();
        });
    }

    private static Optional<OverlayRecord> member(Row row) {
        OptionalLong school = row.school("school");
        Optional<String> body = school.isEmpty() ? Optional.empty() : id(row, "body", "");
        Optional<Span> span = body.isEmpty() ? Optional.empty() : span(row, Ids.school(school.getAsLong()));
        return span.map(days -> new OverlayRecord.Member(
                row.origin(), school.getAsLong(), body.orElseThrow(), role(row), days, row.word("source")));
    }

    private static String role(Row row) {
        String role = row.wordOrEmpty("role");
        if (OverlayRecord.ROLES.contains(role)) {
            return role;
        }
        if (!role.isEmpty()) {
            row.issue(IssueCode.OVERLAY_WORD_UNKNOWN, "role '" + role + "'", "taken as member");
        }
        return OverlayRecord.ROLES.get(0);
    }

    private static Optional<OverlayRecord> support(Row row) {
        OptionalLong supporter = row.school("supporter");
        OptionalLong supported = supporter.isEmpty() ? supporter : row.school("supported");
        Optional<Span> span = supported.isEmpty() ? Optional.empty() : span(row, Ids.school(supporter.getAsLong()));
        return span.map(days -> new OverlayRecord.Support(
                row.origin(),
                supporter.getAsLong(),
                supported.getAsLong(),
                row.word("programme"),
                row.word("broker"),
                row.word("depth"),
                days,
                row.word("source")));
    }

    private static Optional<OverlayRecord> designation(Row row) {
        OptionalLong school = row.school("school");
        String as = row.wordOrEmpty("designation");
        if (school.isPresent() && as.isEmpty()) {
            row.issue(IssueCode.OVERLAY_ID_INVALID, "designation ''", "the row is left out");
            return Optional.empty();
        }
        Optional<Span> span = school.isEmpty() ? Optional.empty() : span(row, Ids.school(school.getAsLong()));
        return span.map(days -> new OverlayRecord.Designation(
                row.origin(), school.getAsLong(), as, row.word("programme"), days, row.word("source")));
    }

    private static Optional<OverlayRecord> observation(Row row) {
        String subject = row.raw("subject");
        if (subject.matches("\\d+")) {
            OptionalLong urn = row.school("subject");
            subject = urn.isEmpty() ? "" : Ids.school(urn.getAsLong());
        }
        String measure = row.wordOrEmpty("measure");
        String text = row.wordOrEmpty("value");
        row.about(subject.isEmpty() ? null : subject);
        if (!ID.matcher(subject).matches() || measure.isEmpty() || text.isEmpty()) {
            row.issue(
                    IssueCode.OVERLAY_ID_INVALID,
                    "subject '" + subject + "', measure '" + measure + "', value '" + text + "'",
                    "the row is left out");
            return Optional.empty();
        }
        String about = row.shared(subject);
        return span(row, about)
                .map(days -> new OverlayRecord.Observation(
                        row.origin(),
                        about,
                        measure,
                        number(text).orElse(null),
                        text,
                        row.word("unit"),
                        days,
                        row.word("source")));
    }

    /** The number a value is, empty if it is none; a percent sign is not part of it. */
    static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Double.valueOf(text.endsWith("%") ? text.substring(0, text.length() - 1) : text))
                : Optional.empty();
    }

    private static String named(Row row, String id) {
        String name = row.name("name");
        return name.isEmpty() ? id.substring(id.indexOf(':') + 1) : name;
    }

    private static Optional<String> id(Row row, String column, String prefix) {
        String id = row.wordOrEmpty(column);
        if (ID.matcher(id).matches() && id.startsWith(prefix)) {
            return Optional.of(id);
        }
        row.issue(
                IssueCode.OVERLAY_ID_INVALID,
                column + " '" + id + "'" + (prefix.isEmpty() ? "" : ", which does not begin with " + prefix),
                "the row is left out");
        return Optional.empty();
    }

    /** The days of a row; one that ends before it starts is reported. */
    private static Optional<Span> span(Row row, @Nullable String about) {
        row.about(about);
        Period days = new Period(row.date("from", Dates::isPlaceholder), row.date("to", Dates::isPlaceholder));
        row.reportPlaceholders();
        if (days.isEmpty()) {
            row.issue(
                    IssueCode.OVERLAY_REVERSED,
                    "from " + days.from() + " to " + days.to() + ", the first day on which it no longer held",
                    "the row is left out");
            return Optional.empty();
        }
        return Optional.of(Span.of(days));
    }
}
