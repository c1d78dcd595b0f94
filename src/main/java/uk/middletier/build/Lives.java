package uk.middletier.build;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * When each school was open. A closing date is the last day open, so the first day that no longer counts is the day
 * after; where a plain successor opens on the closing day itself, that day is the successor's.
 */
final class Lives {
    private static final String OPEN = "Open";
    private static final String OPEN_CLOSING = "Open, but proposed to close";
    private static final String CLOSED = "Closed";

    private final Register register;
    private final Successions successions;
    private final Issues issues;
    private final Map<Long, Life> lives = new HashMap<>();

    Lives(Register register, Successions successions, Issues issues) {
        this.register = register;
        this.successions = successions;
        this.issues = issues;
        for (SchoolRecord school : register.schools()) {
            lives.put(school.urn(), life(school));
        }
    }

    /** The life of a school of the register. */
    Life of(long urn) {
        return Objects.requireNonNull(lives.get(urn));
    }

    private Life life(SchoolRecord school) {
        LocalDate from = school.openDate();
        boolean fromKnown = from != null;
        String reason = school.reasonClosed();
        if (reason != null && reason.startsWith("Created in Error")) {
            report(IssueCode.CREATED_IN_ERROR, school, reason, "kept, counted on no day");
            return new Life(new Period(from, null), fromKnown, false, false);
        }
        return switch (school.status()) {
            case OPEN, OPEN_CLOSING -> open(school, from);
            case CLOSED -> closed(school, from);
            default -> {
                LocalDate extract = school.origin().source().extractDate();
                if (from != null && !from.isAfter(extract)) {
                    yield open(school, from);
                }
                report(IssueCode.PROPOSED, school, school.status(), "kept, counted on no day");
                yield new Life(new Period(from, null), fromKnown, true, false);
            }
        };
    }

    private Life open(SchoolRecord school, @Nullable LocalDate from) {
        LocalDate close = school.closeDate();
        if (close != null && close.isBefore(school.origin().source().extractDate())) {
            report(
                    IssueCode.OPEN_WITH_CLOSING_DATE,
                    school,
                    "status " + school.status() + ", closing date " + close,
                    "counted as open until the closing date");
        }
        return new Life(new Period(from, close == null ? null : dayAfter(school, close)), from != null, true, true);
    }

    private Life closed(SchoolRecord school, @Nullable LocalDate from) {
        boolean fromKnown = from != null;
        LocalDate close = school.closeDate();
        if (close == null) {
            LocalDate successor = openingOfSuccessor(school.urn());
            report(
                    IssueCode.CLOSED_WITHOUT_DATE,
                    school,
                    "status Closed, no closing date",
                    successor == null ? "kept, counted on no day" : "closed when its successor opened, " + successor);
            return new Life(new Period(from, successor), fromKnown, false, successor != null);
        }
        if (from != null && close.isBefore(from)) {
            report(
                    IssueCode.CLOSED_BEFORE_OPENED,
                    school,
                    "opened " + from + ", closed " + close,
                    "kept, counted on no day");
            return new Life(new Period(from, from), true, true, false);
        }
        Period period = new Period(from, dayAfter(school, close));
        return new Life(period, fromKnown, true, !period.isEmpty());
    }

    private LocalDate dayAfter(SchoolRecord school, LocalDate close) {
        boolean taken = successions.plainSuccessors(school.urn()).stream()
                .map(register::find)
                .anyMatch(next -> next != null
                        && close.equals(next.openDate())
                        && (next.status().startsWith(OPEN) || next.status().equals(CLOSED)));
        return taken && !close.equals(school.openDate()) ? close : close.plusDays(1);
    }

    private @Nullable LocalDate openingOfSuccessor(long urn) {
        return successions.successors(urn).stream()
                .map(register::find)
                .filter(Objects::nonNull)
                .map(SchoolRecord::openDate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void report(IssueCode code, SchoolRecord school, String found, String done) {
        issues.add(
                code, school.origin().source().name(), school.origin().line(), Ids.school(school.urn()), found, done);
    }
}
