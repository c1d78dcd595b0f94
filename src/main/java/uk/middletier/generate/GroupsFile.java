package uk.middletier.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the groups and writes {@code allgroupsdata}. */
final class GroupsFile {
    private static final int FIRST_UID = 1_000;
    private static final LocalDate PLACEHOLDER = LocalDate.of(1902, 1, 1);

    private GroupsFile() {}

    /** UIDs in the order of opening, group ids in the order of UIDs. */
    static List<Group> number(List<Group> groups) {
        List<Group> ordered =
                groups.stream().sorted(Comparator.comparing(GroupsFile::opened)).toList();
        int uid = FIRST_UID;
        Map<String, Integer> ids = new HashMap<>();
        for (Group group : ordered) {
            group.uid = uid++;
            if (!group.kind.prefix.isEmpty()) {
                int id = ids.merge(group.kind.prefix, 1, Integer::sum);
                String digits = Integer.toString(id);
                group.id = group.kind.prefix + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
            }
        }
        return ordered;
    }

    static LocalDate opened(Group group) {
        return group.opened == null ? PLACEHOLDER : group.opened;
    }

    static GeneratedFiles.Written write(Path path, List<Group> groups, Nation nation) throws IOException {
        CsvFile file = CsvFile.utf8(path, Headers.GROUPS);
        try (file) {
            for (Group group : groups) {
                row(file, group, nation);
            }
        }
        return file.written();
    }

    private static void row(CsvFile file, Group group, Nation nation) {
        Dice dice = new Dice(nation.seed, -group.uid);
        identity(file, group);
        String opened = CsvFile.day(opened(group), '/');
        file.set("Closed Date", CsvFile.day(group.closed, '/'));
        file.set(group.academyTrust() ? "Incorporated on (open date)" : "Open date", opened);
        if (group.kind != Group.Kind.CHILDRENS_CENTRES_GROUP) {
            file.set("Group County", "Not recorded");
        }
        if (group.academyTrust()) {
            file.set("Group Street", dice.between(1, 90) + " Trust House");
            file.set("Group Locality", group.place.name());
            file.set("Group Town", group.place.town());
            file.set("Group Postcode", PlaceCells.postcode(group.home, group.place, dice));
            file.set("UKPRN", 17_000_000L + group.uid);
        }
        file.end();
    }

    /** The columns that the groups file and the group links file have in common, dates apart. */
    static void identity(CsvFile file, Group group) {
        file.set("Group UID", group.uid);
        file.set("Group ID", group.id);
        file.set("Group Name", group.name);
        file.set("Companies House Number", group.academyTrust() ? Integer.toString(90_000_000 + group.uid) : "");
        file.set("Group Type (code)", group.kind.code);
        file.set("Group Type", group.kind.title);
        String status = group.createdInError ? "Created in error" : group.closed == null ? "Open" : "Closed";
        String code = group.createdInError ? "CREATED_IN_ERROR" : group.closed == null ? "OPEN" : "CLOSED";
        file.set("Group Status (code)", code);
        file.set("Group Status", status);
    }
}
