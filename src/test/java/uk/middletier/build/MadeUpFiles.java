package uk.middletier.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.dataset.Sources;
import uk.middletier.issue.Issue;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/** Public files of a few lines, written column by column, and the graph that comes of them. */
final class MadeUpFiles {
    private final Path folder;
    private final Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();

    MadeUpFiles(Path folder) {
        this.folder = folder;
    }

    /** A row of the register of a day ({@code yyyymmdd}); what is not given is an open community school in Hertfordshire. */
    MadeUpFiles school(String day, int urn, String... columnsAndValues) {
        return row(
                "edubasealldata" + day + ".csv",
                Map.ofEntries(
                        Map.entry("URN", String.valueOf(urn)),
                        Map.entry("LA (code)", "919"),
                        Map.entry("LA (name)", "Hertfordshire"),
                        Map.entry("EstablishmentNumber", "2000"),
                        Map.entry("EstablishmentName", "School " + urn),
                        Map.entry("TypeOfEstablishment (code)", "01"),
                        Map.entry("TypeOfEstablishment (name)", "Community school"),
                        Map.entry("EstablishmentStatus (name)", "Open"),
                        Map.entry("ReasonEstablishmentClosed (name)", "Not applicable"),
                        Map.entry("OpenDate", ""),
                        Map.entry("CloseDate", ""),
                        Map.entry("PhaseOfEducation (name)", "Primary"),
                        Map.entry("PreviousLA (code)", "999"),
                        Map.entry("TrustSchoolFlag (name)", "Not applicable"),
                        Map.entry("Trusts (code)", ""),
                        Map.entry("Trusts (name)", ""),
                        Map.entry("Federations (code)", ""),
                        Map.entry("Federations (name)", ""),
                        Map.entry("SchoolSponsors (name)", "")),
                columnsAndValues);
    }

    /** An academy, else as {@link #school}. */
    MadeUpFiles academy(String day, int urn, String opened, String... columnsAndValues) {
        List<String> all = new ArrayList<>(List.of(
                "TypeOfEstablishment (code)",
                "34",
                "TypeOfEstablishment (name)",
                "Academy converter",
                "OpenDate",
                opened));
        all.addAll(List.of(columnsAndValues));
        return school(day, urn, all.toArray(String[]::new));
    }

    MadeUpFiles link(int urn, int linked, String type, String on) {
        return row(
                "links_edubasealldata20250105.csv",
                Map.of(
                        "URN",
                        String.valueOf(urn),
                        "LinkURN",
                        String.valueOf(linked),
                        "LinkName",
                        "",
                        "LinkType",
                        type,
                        "LinkEstablishedDate",
                        on));
    }

    MadeUpFiles group(int uid, String type, String opened, String closed, String company, String... columnsAndValues) {
        return group("20250105", uid, type, opened, closed, company, columnsAndValues);
    }

    /** The same in the list of a day. */
    MadeUpFiles group(
            String day,
            int uid,
            String type,
            String opened,
            String closed,
            String company,
            String... columnsAndValues) {
        return row(
                "allgroupsdata" + day + ".csv",
                Map.ofEntries(
                        Map.entry("Group UID", String.valueOf(uid)),
                        Map.entry("Group ID", ""),
                        Map.entry("Group Name", "Group " + uid),
                        Map.entry("Companies House Number", company),
                        Map.entry("Group Type", type),
                        Map.entry("Closed Date", closed),
                        Map.entry("Open date", ""),
                        Map.entry("Incorporated on (open date)", opened),
                        Map.entry("Group Status", closed.isEmpty() ? "Open" : "Closed"),
                        Map.entry("UKPRN", "")),
                columnsAndValues);
    }

    MadeUpFiles membership(int urn, int uid, String type, String joined, String left) {
        return row(
                "academiesmatmembership20250105.csv",
                Map.ofEntries(
                        Map.entry("URN", String.valueOf(urn)),
                        Map.entry("Group UID", String.valueOf(uid)),
                        Map.entry("Group Name", "Group " + uid),
                        Map.entry("Group Type", type),
                        Map.entry("Date joined group", joined),
                        Map.entry("Date left group", left)));
    }

    MadeUpFiles groupLink(String day, int urn, int uid, String type, String joined, String... columnsAndValues) {
        return row(
                "alllinksdata" + day + ".csv",
                Map.ofEntries(
                        Map.entry("URN", String.valueOf(urn)),
                        Map.entry("Group UID", String.valueOf(uid)),
                        Map.entry("Group ID", ""),
                        Map.entry("Group Name", "Group " + uid),
                        Map.entry("Companies House Number", ""),
                        Map.entry("Group Type", type),
                        Map.entry("Closed Date", ""),
                        Map.entry("Group Status", "Open"),
                        Map.entry("Joined date", joined),
                        Map.entry("TypeOfEstablishment (code)", "34")),
                columnsAndValues);
    }

    /** The graph of all rows so far. */
    GraphRows build() {
        List<Path> paths = new ArrayList<>();
        files.forEach((name, rows) -> {
            List<String> columns = rows.get(0).keySet().stream().sorted().toList();
            StringBuilder text = new StringBuilder(String.join(",", columns)).append("\r\n");
            for (Map<String, String> row : rows) {
                text.append(String.join(
                                ",",
                                columns.stream()
                                        .map(column -> "\"" + row.getOrDefault(column, "") + "\"")
                                        .toList()))
                        .append("\r\n");
            }
            try {
                paths.add(Files.writeString(folder.resolve(name), text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return GraphBuild.build(Sources.recognise(paths, null).sources(), issues::add, step -> {});
    }

    /** Codes of the issues of the last build, in order. */
    List<IssueCode> issueCodes() {
        return issues.stream().map(Issue::code).toList();
    }

    /** Relationships of a type that start at a school, as {@code to [from, to)}. */
    static List<String> spells(GraphRows rows, String type, int urn) {
        return rows.relationships().stream()
                .filter(row -> row.type().equals(type) && row.from().equals("school:" + urn))
                .map(MadeUpFiles::told)
                .toList();
    }

    /** Who governed a school, as {@code to [from, to) after fromObservedAfter, toObservedAfter}. */
    static List<String> bounds(GraphRows rows, int urn) {
        return rows.relationships().stream()
                .filter(row -> row.type().equals("GOVERNED_BY") && row.from().equals("school:" + urn))
                .map(row -> told(row) + " after " + row.properties().get("fromObservedAfter") + ", "
                        + row.properties().get("toObservedAfter"))
                .toList();
    }

    static String told(RelationshipRow row) {
        return row.to() + " [" + day(row, "from") + ", " + day(row, "to") + ")";
    }

    static NodeRow node(GraphRows rows, String id) {
        for (NodeRow row : rows.nodes()) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no node " + id);
    }

    private static String day(RelationshipRow row, String property) {
        Object day = row.properties().get(property);
        return day == null ? "…" : day.toString();
    }

    private MadeUpFiles row(String file, Map<String, String> defaults, String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>(defaults);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(row);
        return this;
    }
}
