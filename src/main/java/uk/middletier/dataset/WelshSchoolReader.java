package uk.middletier.dataset;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;
import uk.middletier.model.SchoolGroup;

/**
 * Rows of the Welsh Government's list of schools. A Welsh number is that of the authority (three digits) and that of the
 * establishment (four), whose first digit tells what it teaches.
 */
final class WelshSchoolReader implements Consumer<Row> {
    private static final String MAINTAINED = "Welsh establishment";
    private static final String INDEPENDENT = "Other independent school";

    private final Authorities authorities = new Authorities();
    private final Consumer<SchoolRecord> schools;
    private final Set<Long> numbers = new HashSet<>();

    WelshSchoolReader(Consumer<SchoolRecord> schools) {
        this.schools = schools;
    }

    @Override
    public void accept(Row row) {
        OptionalLong number = row.school("school-wls");
        if (number.isEmpty()) {
            return;
        }
        row.about(Ids.school(number.getAsLong()));
        String digits = Long.toString(number.getAsLong());
        Optional<Authority> authority =
                digits.length() == 7 ? authorities.find(digits.substring(0, 3)) : Optional.empty();
        if (authority.isEmpty()) {
            row.issue(IssueCode.AUTHORITY_UNKNOWN, "school-wls '" + digits + "'", "the row is left out");
            return;
        }
        if (!numbers.add(number.getAsLong())) {
            row.issue(IssueCode.OVERLAY_DUPLICATE, "school-wls '" + digits + "'", "the row is left out");
            return;
        }
        String establishment = digits.substring(3);
        boolean independent = establishment.startsWith("6");
        Period days =
                new Period(row.date("start-date", Dates::isPlaceholder), row.date("end-date", Dates::isPlaceholder));
        schools.accept(new PlainSchool(
                        row.origin(),
                        number.getAsLong(),
                        row.name("name"),
                        authority.get(),
                        establishment,
                        independent ? INDEPENDENT : MAINTAINED,
                        independent ? SchoolGroup.OTHER : SchoolGroup.WELSH_MAINTAINED,
                        phase(establishment),
                        days.isEmpty() ? Period.ALWAYS : days,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .toRecord());
    }

    private static @Nullable String phase(String establishment) {
        return switch (establishment.charAt(0)) {
            case '1' -> establishment.startsWith("11") ? null : "Nursery";
            case '2', '3' -> "Primary";
            case '4' -> "Secondary";
            case '5' -> establishment.startsWith("55") ? "All-through" : "Secondary";
            default -> null;
        };
    }
}
