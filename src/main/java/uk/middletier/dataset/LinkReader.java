package uk.middletier.dataset;

import java.util.OptionalLong;
import java.util.function.Consumer;
import uk.middletier.model.Ids;

/** Rows of the links between schools. */
final class LinkReader implements Consumer<Row> {
    private final Consumer<LinkRecord> links;

    LinkReader(Consumer<LinkRecord> links) {
        this.links = links;
    }

    @Override
    public void accept(Row row) {
        OptionalLong urn = row.urn("URN");
        if (urn.isEmpty()) {
            return;
        }
        row.about(Ids.school(urn.getAsLong()));
        OptionalLong linked = row.urn("LinkURN");
        if (linked.isEmpty()) {
            return;
        }
        String name = row.name("LinkName");
        LinkRecord link = new LinkRecord(
                row.origin(),
                urn.getAsLong(),
                linked.getAsLong(),
                name.isEmpty() ? null : name,
                row.wordOrEmpty("LinkType"),
                row.date("LinkEstablishedDate", Dates::isPlaceholder));
        row.reportPlaceholders();
        links.accept(link);
    }
}
