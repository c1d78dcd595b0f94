package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.middletier.dataset.OverlayRecord.Span;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Rows of the performance tables and the census, to observations of schools. A result is that of its school year; a
 * rating holds from the day of the inspection on. Rows without a URN are totals.
 */
final class PerformanceReader implements Consumer<Row> {
    /** A column and what it is an observation of. */
    private record Figure(String column, String measure, String unit) {}

    private static final Map<SourceKind, List<Figure>> FIGURES = Map.of(
            SourceKind.KEY_STAGE_2,
            List.of(
                    new Figure("READPROG", "ks2-reading-progress", "points"),
                    new Figure("WRITPROG", "ks2-writing-progress", "points"),
                    new Figure("MATPROG", "ks2-maths-progress", "points")),
            SourceKind.KEY_STAGE_4,
            List.of(
                    new Figure("P8MEA", "progress-8", "points"),
                    new Figure("ATT8SCR", "attainment-8", "points"),
                    new Figure("PTL2BASICS_95", "ks4-english-and-maths-grade-5", "percent"),
                    new Figure("PTEBACC_E_PTQ_EE", "ks4-ebacc-entered", "percent"),
                    new Figure("EBACCAPS", "ks4-ebacc-average", "points")),
            SourceKind.SCHOOL_CENSUS,
            List.of(
                    new Figure("NOR", "roll", "pupils"),
                    new Figure("NUMFSM", "fsm-eligible", "pupils"),
                    new Figure("PNUMFSMEVER", "fsm-ever-six", "percent")));

    /** Ofsted's grades; "Satisfactory" was the third until 2012. */
    private static final Map<String, Double> GRADES = Map.of(
            "Outstanding", 1.0, "Good", 2.0, "Requires Improvement", 3.0, "Satisfactory", 3.0, "Inadequate", 4.0);

    /** Suppressed, no entries, not applicable, not published, low coverage, did not supply, new, see page. */
    private static final Set<String> WITHHELD = Set.of("SUPP", "NE", "NA", "NP", "LOWCOV", "DNS", "NEW", "SP");

    private final List<Figure> figures;
    private final Consumer<OverlayRecord> records;
    private final Map<String, Integer> withheld = new TreeMap<>();

    PerformanceReader(SourceKind kind, Consumer<OverlayRecord> records) {
        this.figures = FIGURES.getOrDefault(kind, List.of());
        this.records = records;
    }

    @Override
    public void accept(Row row) {
        String urn = row.raw("URN");
        if (!urn.matches("[1-9]\\d{0,8}")) {
            withheld.merge("URN " + urn, 1, Integer::sum);
            return;
        }
        String school = row.shared(Ids.school(Long.parseLong(urn)));
        row.about(school);
        LocalDate day = row.origin().source().extractDate();
        LocalDate start = LocalDate.of(day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear(), 9, 1);
        Span year = Span.of(new Period(start, start.plusYears(1)));
        for (Figure figure : figures) {
            String text = row.wordOrEmpty(figure.column());
            Optional<Double> value = OverlayReader.number(text);
            if (value.isPresent()) {
                observe(row, school, figure.measure(), value.get(), text, figure.unit(), year);
            } else if (WITHHELD.contains(text)) {
                withheld.merge(figure.column() + ' ' + text, 1, Integer::sum);
            } else if (!text.isEmpty()) {
                row.issue(IssueCode.NUMBER_UNREADABLE, figure.column() + " '" + text + "'", "left out");
            }
        }
        rating(row, school);
    }

    private void rating(Row row, String school) {
        String word = row.wordOrEmpty("OFSTEDRATING");
        String day = row.raw("INSPECTIONDT");
        if (word.isEmpty()) {
            return;
        }
        Optional<LocalDate> inspected = day.matches("\\d{8}")
                ? Dates.of(day.substring(0, 4), day.substring(4, 6), day.substring(6))
                : Dates.find(day);
        Double grade = GRADES.get(word);
        if (grade == null || inspected.isEmpty()) {
            row.issue(
                    IssueCode.OVERLAY_WORD_UNKNOWN,
                    "OFSTEDRATING '" + word + "', INSPECTIONDT '" + day + "'",
                    "the rating is left out");
        } else {
            Span since = Span.of(new Period(inspected.get(), null));
            observe(row, school, "ofsted-overall", grade, word, "grade", since);
        }
    }

    private void observe(Row row, String school, String measure, double value, String text, String unit, Span span) {
        records.accept(new OverlayRecord.Observation(row.origin(), school, measure, value, text, unit, span, null));
    }

    /** Reports what was withheld, a line per column and word and not one per school: there are thousands. */
    void finish(Source source, Issues issues) {
        withheld.forEach((word, count) -> issues.add(
                IssueCode.VALUE_WITHHELD, source.name(), 0, null, word + ", " + count + " times", "no observation"));
    }
}
