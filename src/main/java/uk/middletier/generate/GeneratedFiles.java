package uk.middletier.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * The files written, and how many rows each has below its header.
 *
 * @param register {@code edubasealldata}, one row per establishment, Windows-1252
 * @param links {@code links_edubasealldata}, predecessors and successors, Windows-1252
 * @param groups {@code allgroupsdata}, UTF-8
 * @param groupLinks {@code alllinksdata}, who is in which group on the extract date, Windows-1252
 * @param membership {@code academiesmatmembership}, trust membership history, Windows-1252
 */
public record GeneratedFiles(Written register, Written links, Written groups, Written groupLinks, Written membership) {

    /** One file and the number of its rows, the header not counted. */
    public record Written(Path file, long rows) {}

    /** The paths of all five, as an import would be given them. */
    public List<Path> paths() {
        return List.of(register.file(), links.file(), groups.file(), groupLinks.file(), membership.file());
    }
}
