package uk.middletier.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Writes {@code links_edubasealldata}: what came before and after each school. */
final class LinksFile {
    private LinksFile() {}

    static GeneratedFiles.Written write(Path path, List<Link> links) throws IOException {
        CsvFile file = CsvFile.quoted(path, Headers.LINKS);
        List<Link> ordered = links.stream()
                .sorted(Comparator.<Link>comparingLong(link -> link.school().urn)
                        .thenComparingLong(link -> link.other().urn))
                .toList();
        try (file) {
            for (Link link : ordered) {
                file.set("URN", link.school().urn);
                file.set("LinkURN", link.other().urn);
                file.set("LinkName", link.other().name);
                file.set("LinkType", link.type());
                file.set("LinkEstablishedDate", link.established());
                file.end();
            }
        }
        return file.written();
    }
}
