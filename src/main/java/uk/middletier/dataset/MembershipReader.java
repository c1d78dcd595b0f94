package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import uk.middletier.model.Ids;

/** Rows of the history of trust membership. */
final class MembershipReader implements Consumer<Row> {
    private final Consumer<MembershipRecord> memberships;

    MembershipReader(Consumer<MembershipRecord> memberships) {
        this.memberships = memberships;
    }

    @Override
    public void accept(Row row) {
        OptionalLong urn = row.urn("URN");
        if (urn.isEmpty()) {
            return;
        }
        row.about(Ids.school(urn.getAsLong()));
        Optional<String> uid = row.uid("Group UID");
        if (uid.isEmpty()) {
            return;
        }
        LocalDate joined = row.date("Date joined group", Dates::isGroupPlaceholder);
        LocalDate left = row.date("Date left group", Dates::isGroupPlaceholder);
        row.reportPlaceholders();
        memberships.accept(new MembershipRecord(
                row.origin(),
                urn.getAsLong(),
                uid.get(),
                row.sharedName("Group Name", row.raw("Group Name"), "group " + uid.get()),
                row.wordOrEmpty("Group Type"),
                joined,
                left));
    }
}
