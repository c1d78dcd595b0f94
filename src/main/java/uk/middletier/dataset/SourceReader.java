package uk.middletier.dataset;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import uk.middletier.issue.Issues;

/**
 * Reads recognised files as streams of typed rows, in the order of the file. Values that cannot be read become issues
 * and {@code null}; rows that cannot be told apart or are not whole become issues and are left out. Every method
 * answers how many rows the file has below its header, those left out among them, and throws {@link DatasetException}
 * if the file cannot be read or is not well formed.
 */
public final class SourceReader {
    private SourceReader() {}

    /** Rows of a {@link SourceKind#REGISTER}; of two rows with one URN the first. */
    public static long readSchools(Source source, Issues issues, Consumer<SchoolRecord> schools) {
        require(source, source.kind() == SourceKind.REGISTER);
        return Table.read(source, issues, new SchoolReader(schools));
    }

    /** Rows of {@link SourceKind#LINKS}. */
    public static long readLinks(Source source, Issues issues, Consumer<LinkRecord> links) {
        require(source, source.kind() == SourceKind.LINKS);
        return Table.read(source, issues, new LinkReader(links));
    }

    /** Rows of {@link SourceKind#GROUPS}; of two rows with one UID the first. */
    public static long readGroups(Source source, Issues issues, Consumer<GroupRecord> groups) {
        require(source, source.kind() == SourceKind.GROUPS);
        return Table.read(source, issues, new GroupReader(groups));
    }

    /** Rows of {@link SourceKind#ALL_GROUP_LINKS} or {@link SourceKind#ACADEMY_GROUP_LINKS}. */
    public static long readGroupLinks(Source source, Issues issues, Consumer<GroupLinkRecord> links) {
        SourceKind kind = source.kind();
        require(source, kind == SourceKind.ALL_GROUP_LINKS || kind == SourceKind.ACADEMY_GROUP_LINKS);
        return Table.read(source, issues, new GroupLinkReader(kind, links));
    }

    /** Rows of a {@link SourceKind#MEMBERSHIP_HISTORY}. */
    public static long readMemberships(Source source, Issues issues, Consumer<MembershipRecord> memberships) {
        require(source, source.kind() == SourceKind.MEMBERSHIP_HISTORY);
        return Table.read(source, issues, new MembershipReader(memberships));
    }

    /** Rows of {@link SourceKind#OVERLAY_SCHOOLS} or {@link SourceKind#WELSH_SCHOOLS}, in the register's shape. */
    public static long readPlainSchools(Source source, Issues issues, Consumer<SchoolRecord> schools) {
        boolean welsh = source.kind() == SourceKind.WELSH_SCHOOLS;
        require(source, welsh || source.kind() == SourceKind.OVERLAY_SCHOOLS);
        return Table.read(source, issues, welsh ? new WelshSchoolReader(schools) : new OverlaySchoolReader(schools));
    }

    /** Rows of every kind that says what no register holds, but of schools and areas. */
    public static long readOverlay(Source source, Issues issues, Consumer<OverlayRecord> records) {
        SourceKind kind = source.kind();
        return switch (kind) {
            case OVERLAY_PROGRAMMES,
                    OVERLAY_BODIES,
                    OVERLAY_MEMBERSHIPS,
                    OVERLAY_SUPPORT,
                    OVERLAY_DESIGNATIONS,
                    OVERLAY_OBSERVATIONS -> Table.read(source, issues, new OverlayReader(kind, records));
            case TEACHING_SCHOOLS -> Table.read(source, issues, new TeachingSchoolReader(records));
            case TEACHING_SCHOOL_HUBS -> Table.read(source, issues, new TeachingSchoolHubReader(records));
            case KEY_STAGE_2, KEY_STAGE_4, SCHOOL_CENSUS -> {
                PerformanceReader reader = new PerformanceReader(kind, records);
                long rows = Table.read(source, issues, reader);
                reader.finish(source, issues);
                yield rows;
            }
            default -> throw new IllegalArgumentException(source.name() + " is of kind " + kind);
        };
    }

    /**
     * Holds a table of areas against what is built in; every difference is an issue.
     *
     * @param agreed told how many rows say the same
     */
    public static long compareAreas(Source source, Issues issues, IntConsumer agreed) {
        SourceKind kind = source.kind();
        require(
                source,
                kind == SourceKind.RSC_REGIONS
                        || kind == SourceKind.AUTHORITY_TABLE
                        || kind == SourceKind.AUTHORITY_HIERARCHY);
        AreaTableReader reader = new AreaTableReader(kind);
        long rows = Table.read(source, issues, reader);
        agreed.accept(reader.agreed());
        return rows;
    }

    private static void require(Source source, boolean right) {
        if (!right) {
            throw new IllegalArgumentException(source.name() + " is of kind " + source.kind());
        }
    }
}
