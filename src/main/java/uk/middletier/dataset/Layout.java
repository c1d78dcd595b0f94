package uk.middletier.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
                    List.of()),
            overlay(SourceKind.OVERLAY_SCHOOLS, "schools", "school", "name", "authority", "phase", "type", "source"),
            overlay(SourceKind.OVERLAY_BODIES, "bodies", "id", "kind", "name", "from", "to", "source"),
            overlay(SourceKind.OVERLAY_MEMBERSHIPS, "memberships", "school", "body", "role", "from", "to", "source"),
            overlay(SourceKind.OVERLAY_SUPPORT, "support", "supporter", "supported", "from", "to", "source"),
            overlay(SourceKind.OVERLAY_DESIGNATIONS, "designations", "school", "designation", "from", "to", "source"),
            overlay(SourceKind.OVERLAY_PROGRAMMES, "programmes", "id", "name", "country", "from", "to", "source"),
            overlay(
                    SourceKind.OVERLAY_OBSERVATIONS,
                    "observations",
                    "subject",
                    "measure",
                    "from",
                    "to",
                    "value",
                    "source"),
            list(
                    SourceKind.TEACHING_SCHOOLS,
                    "the list of teaching schools",
                    "Alliance Name",
                    "Teaching School",
                    "URN"),
            list(
                    SourceKind.TEACHING_SCHOOL_HUBS,
                    "the list of teaching school hubs",
                    "ab_name_ecf1",
                    "appropriate_body_id",
                    "hub_region"),
            list(
                    SourceKind.KEY_STAGE_2,
                    "key stage 2 results",
                    "URN",
                    "READPROG",
                    "WRITPROG",
                    "MATPROG",
                    "OFSTEDRATING",
                    "INSPECTIONDT"),
            list(
                    SourceKind.KEY_STAGE_4,
                    "key stage 4 results",
                    "URN",
                    "P8MEA",
                    "ATT8SCR",
                    "OFSTEDRATING",
                    "INSPECTIONDT"),
            list(SourceKind.SCHOOL_CENSUS, "the school census", "URN", "NOR", "NUMFSM", "PNUMFSMEVER"),
            list(
                    SourceKind.WELSH_SCHOOLS,
                    "the list of Welsh schools",
                    "school-wls",
                    "name",
                    "school-type-wls",
                    "principal-local-authority"),
            new Layout(
                    SourceKind.RSC_REGIONS,
                    "commissioners' regions by authority",
                    "",
                    List.of("Local Authority", "RSC", "Region"),
                    List.of("URN")),
            list(
                    SourceKind.AUTHORITY_TABLE,
                    "the table of local authorities",
                    "new_la_code",
                    "la_name",
                    "date_of_operation",
                    "date_of_termination",
                    "old_la_code"),
            list(
                    SourceKind.AUTHORITY_HIERARCHY,
                    "the table of regions and authorities",
                    "region_code",
                    "region_name",
                    "old_la_code",
                    "la_name",
                    "new_la_code"));

    /** One of our own, known by its name too: who calls a file so means it. */
    private static Layout overlay(SourceKind kind, String download, String... needed) {
        return new Layout(kind, "an overlay", download, List.of(needed), List.of());
    }

    private static Layout list(SourceKind kind, String what, String... needed) {
        return new Layout(kind, what, "", List.of(needed), List.of());
    }

    /** The names of the register's downloads. */
    static Map<SourceKind, String> published() {
        return ALL.stream()
                .filter(layout -> layout.kind.ofRegister())
                .collect(Collectors.toMap(Layout::kind, Layout::download));
    }

    /** The kind whose needed columns are all there. */
    static Optional<Layout> find(Set<String> header) {
        return ALL.stream()
                .filter(layout -> layout.missing(header).isEmpty() && layout.isFreeOfForeign(header))
                .findFirst();
    }

    /**
     * The kind that a header was most likely meant to be: more than half of its needed columns are there. Columns of
     * overlays are everybody's words; which of them a file was meant to be its name says.
     */
    static Optional<Layout> findNearest(Set<String> header, String name) {
        return ALL.stream()
                .filter(layout -> layout.isFreeOfForeign(header)
                        && (layout.isNamed(name) || (!layout.isOverlay() && layout.likeness(header) > 0.5)))
                .max(Comparator.comparing((Layout layout) -> layout.isOverlay() && layout.isNamed(name))
                        .thenComparingDouble(layout -> layout.likeness(header)));
    }

    /** Whether a file of this name was meant to be one of the downloads, whatever it holds. */
    static boolean isNameOfDownload(String name) {
        return ALL.stream()
                .anyMatch(layout ->
                        layout.isNamed(name) || (layout.kind.ofRegister() && name.startsWith(layout.download)));
    }

    private boolean isOverlay() {
        return !kind.ofRegister() && !download.isEmpty();
    }

    private boolean isNamed(String name) {
        return isOverlay() && name.equals(download + ".csv");
    }

    /** Where a whole file is to be had, in a sentence. */
    String mending() {
        return kind.ofRegister()
                ? "Give the file as it is published at " + DOWNLOADS + ", or name the column so."
                : "Needed are " + String.join(", ", needed) + ".";
    }

    /** What the kind is called in messages. */
    String called() {
        return what + (download.isEmpty() ? "" : " (" + download + (isOverlay() ? ".csv)" : ")"));
    }

    /** All kinds in a sentence, for messages. */
    static String known() {
        return ALL.stream()
                        .filter(layout -> layout.kind.ofRegister())
                        .map(Layout::called)
                        .collect(Collectors.joining(", "))
                + ALL.stream()
                        .filter(layout -> !layout.kind.ofRegister())
                        .map(layout -> layout.isOverlay() ? layout.download + ".csv" : layout.what)
                        .collect(Collectors.joining(", ", "; beside them ", ""))
                + "; the former are to be had from " + DOWNLOADS;
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
