package uk.middletier.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the header of a kind of file looks like.
 *
 * @param what the kind in words
 * @param download the name under which it is published, without the date
 * @param needed columns without which a file is of no use
 * @param foreign columns that this kind never has, to tell it from one that has all of its columns and more
 */
record Layout(SourceKind kind, String what, String download, List<String> needed, List<String> foreign) {
    /** Where all of them are published. */
    static final String DOWNLOADS = "https://get-information-schools.service.gov.uk/Downloads";

    private static final List<Layout> ALL = List.of(
            new Layout(
                    SourceKind.REGISTER,
                    "the register of schools",
                    "edubasealldata",
                    List.of(
                            "URN",
                            "LA (code)",
                            "LA (name)",
                            "EstablishmentName",
                            "TypeOfEstablishment (code)",
                            "TypeOfEstablishment (name)",
                            "EstablishmentStatus (name)",
                            "OpenDate",
                            "CloseDate"),
                    List.of()),
            new Layout(
                    SourceKind.LINKS,
                    "the links between schools",
                    "links_edubasealldata",
                    List.of("URN", "LinkURN", "LinkType", "LinkEstablishedDate"),
                    List.of()),
            new Layout(
                    SourceKind.GROUPS,
                    "the list of groups",
                    "allgroupsdata",
                    List.of(
                            "Group UID",
                            "Group Name",
                            "Group Type",
                            "Group Status",
                            "Open date",
                            "Incorporated on (open date)",
                            "Closed Date"),
                    List.of("URN", "EstablishmentName", "Joined date", "Date joined group")),
            new Layout(
                    SourceKind.ALL_GROUP_LINKS,
                    "the links of all schools to groups",
                    "alllinksdata",
                    List.of("URN", "Group UID", "Group Name", "Group Type", "Joined date"),
                    List.of()),
            new Layout(
                    SourceKind.ACADEMY_GROUP_LINKS,
                    "the links of academies to trusts and sponsors",
                    "grouplinks_edubaseallacademiesandfree",
                    List.of("URN", "Linked UID", "Group Name", "Group Type", "Joined date"),
                    List.of()),
            new Layout(
                    SourceKind.MEMBERSHIP_HISTORY,
                    "the history of trust membership",
                    "academiesmatmembership",
                    List.of("URN", "Group UID", "Group Name", "Group Type", "Date joined group", "Date left group"),
                    List.of()));

    /** The kind whose needed columns are all there. */
    static Optional<Layout> find(Set<String> header) {
        return ALL.stream()
                .filter(layout -> layout.missing(header).isEmpty() && layout.isFreeOfForeign(header))
                .findFirst();
    }

    /** The kind that a header was most likely meant to be: more than half of its needed columns are there. */
    static Optional<Layout> findNearest(Set<String> header) {
        return ALL.stream()
                .filter(layout -> layout.isFreeOfForeign(header) && layout.likeness(header) > 0.5)
                .max(Comparator.comparingDouble(layout -> layout.likeness(header)));
    }

    /** Whether a file of this name was meant to be one of the downloads, whatever it holds. */
    static boolean isNameOfDownload(String name) {
        return ALL.stream().anyMatch(layout -> name.startsWith(layout.download));
    }

    /** All kinds in a sentence, for messages. */
    static String known() {
        return ALL.stream()
                        .map(layout -> layout.what + " (" + layout.download + ")")
                        .collect(Collectors.joining(", "))
                + "; all are to be had from " + DOWNLOADS;
    }

    List<String> missing(Set<String> header) {
        return needed.stream().filter(column -> !header.contains(column)).toList();
    }

    private boolean isFreeOfForeign(Set<String> header) {
        return foreign.stream().noneMatch(header::contains);
    }

    private double likeness(Set<String> header) {
        return 1 - (double) missing(header).size() / needed.size();
    }
}
