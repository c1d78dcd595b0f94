package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;

/** Rows of the list of groups. */
final class GroupReader implements Consumer<Row> {
    private static final String OPENED = "Open date";
    private static final String INCORPORATED = "Incorporated on (open date)";

    private final Consumer<GroupRecord> groups;
    private final Set<String> uids = new HashSet<>();

    GroupReader(Consumer<GroupRecord> groups) {
        this.groups = groups;
    }

    @Override
    public void accept(Row row) {
        Optional<String> uid = row.uid("Group UID");
        if (uid.isEmpty()) {
            return;
        }
        row.about("group " + uid.get());
        if (!uids.add(uid.get())) {
            row.issue(IssueCode.GROUP_DUPLICATE, "Group UID '" + uid.get() + "'", "the row is left out");
            return;
        }
        LocalDate opened = row.date(OPENED, Dates::isGroupPlaceholder);
        LocalDate incorporated = row.date(INCORPORATED, Dates::isGroupPlaceholder);
        LocalDate closed = row.date("Closed Date", Dates::isGroupPlaceholder);
        row.reportPlaceholders();
        groups.accept(new GroupRecord(
                row.origin(),
                uid.get(),
                row.text("Group ID"),
                row.name("Group Name"),
                companiesHouse(row),
                row.wordOrEmpty("Group Type"),
                opened == null ? incorporated : opened,
                opened == null && incorporated != null,
                row.wasPlaceholder(OPENED) || row.wasPlaceholder(INCORPORATED),
                closed,
                row.wordOrEmpty("Group Status"),
                row.text("UKPRN")));
    }

    /** Companies House numbers have eight places; spreadsheets leave "4439859.0" of "04439859". */
    static @Nullable String companiesHouse(Row row) {
        String number = row.text("Companies House Number");
        return number == null ? null : row.shared(Words.code(number, 8));
    }
}
