package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import uk.middletier.model.Ids;

/** Rows of either kind of group links; they differ in what they call the group's UID. */
final class GroupLinkReader implements Consumer<Row> {
    private final String uidColumn;
    private final Consumer<GroupLinkRecord> links;

    GroupLinkReader(SourceKind kind, Consumer<GroupLinkRecord> links) {
        this.uidColumn = kind == SourceKind.ACADEMY_GROUP_LINKS ? "Linked UID" : "Group UID";
        this.links = links;
    }

    @Override
    public void accept(Row row) {
        OptionalLong urn = row.urn("URN");
        if (urn.isEmpty()) {
            return;
        }
        row.about(Ids.school(urn.getAsLong()));
        Optional<String> uid = row.uid(uidColumn);
        if (uid.isEmpty()) {
            return;
        }
        LocalDate joined = row.date("Joined date", Dates::isGroupPlaceholder);
        LocalDate closed = row.date("Closed Date", Dates::isGroupPlaceholder);
        row.reportPlaceholders();
        String typeCode = row.text("TypeOfEstablishment (code)");
        links.accept(new GroupLinkRecord(
                row.origin(),
                urn.getAsLong(),
                uid.get(),
                row.sharedName("Group Name", row.raw("Group Name"), "group " + uid.get()),
                row.wordOrEmpty("Group Type"),
                GroupReader.companiesHouse(row),
                joined,
                closed,
                typeCode == null ? null : row.shared(Words.code(typeCode, 2))));
    }
}
