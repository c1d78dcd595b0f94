package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.dataset.Source;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Ids;

/** Every school by URN, as the latest snapshot that holds it describes it. */
final class Register {
    private final Map<Long, SchoolRecord> schools = new TreeMap<>();
    private final List<Source> snapshots = new ArrayList<>();

    /**
     * Takes a row; snapshots come in the order of their extract dates.
     *
     * @return the school as an earlier snapshot described it, null if this is the first that holds it
     */
    @Nullable
    SchoolRecord add(SchoolRecord school) {
        Source source = school.origin().source();
        if (snapshots.isEmpty() || !snapshots.get(snapshots.size() - 1).equals(source)) {
            snapshots.add(source);
        }
        return schools.put(school.urn(), school);
    }

    /** Takes a school of a list that is no register: it is in no snapshot and never vanishes from one. */
    void addPlain(SchoolRecord school) {
        schools.put(school.urn(), school);
    }

    /** Reports what an earlier snapshot held and the latest does not. */
    void complete(Issues issues) {
        if (snapshots.isEmpty()) {
            return;
        }
        Source latest = snapshots.get(snapshots.size() - 1);
        for (SchoolRecord school : schools.values()) {
            if (!school.origin().source().equals(latest)) {
                issues.add(
                        IssueCode.VANISHED,
                        school.origin().source().name(),
                        school.origin().line(),
                        Ids.school(school.urn()),
                        "not in " + latest.name(),
                        "kept as it was");
            }
        }
    }

    Collection<SchoolRecord> schools() {
        return schools.values();
    }

    @Nullable
    SchoolRecord find(long urn) {
        return schools.get(urn);
    }

    /** The latest snapshot's date, the day up to which the record speaks. */
    @Nullable
    LocalDate extractDate() {
        return snapshots.isEmpty() ? null : snapshots.get(snapshots.size() - 1).extractDate();
    }
}
