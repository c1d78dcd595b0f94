package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.issue.Issue;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.SchoolGroup;

/** The published files themselves; the folder that holds them is the system property {@code middletier.realData}. */
class RealFilesTest {
    private static final String OCTOBER = "edubasealldata20241028.csv";

    private static final Map<String, Source> sources = new HashMap<>();
    private static final Map<String, Long> rows = new HashMap<>();
    private static final List<Issue> issues = new ArrayList<>();
    private static final List<SchoolRecord> schools = new ArrayList<>();
    private static final List<GroupRecord> groups = new ArrayList<>();

    @BeforeAll
    static void readAll() {
        Path folder = Path.of(System.getProperty("middletier.realData", ""));
        Assumptions.assumeTrue(Files.isDirectory(folder.resolve("gias")), "no published files in " + folder);
        for (Source source : Sources.recognise(List.of(folder), null).sources()) {
            sources.put(source.name(), source);
            rows.put(source.name(), read(source));
        }
    }

    private static long read(Source source) {
        return switch (source.kind()) {
            case REGISTER ->
                SourceReader.readSchools(
                        source, issues::add, source.name().equals(OCTOBER) ? schools::add : school -> {});
            case LINKS -> SourceReader.readLinks(source, issues::add, link -> {});
            case GROUPS -> SourceReader.readGroups(source, issues::add, groups::add);
            case ALL_GROUP_LINKS, ACADEMY_GROUP_LINKS -> SourceReader.readGroupLinks(source, issues::add, link -> {});
            case MEMBERSHIP_HISTORY -> SourceReader.readMemberships(source, issues::add, membership -> {});
            case OVERLAY_SCHOOLS, WELSH_SCHOOLS -> SourceReader.readPlainSchools(source, issues::add, school -> {});
            case RSC_REGIONS, AUTHORITY_TABLE, AUTHORITY_HIERARCHY ->
                SourceReader.compareAreas(source, issues::add, agreed -> {});
            case OVERLAY_PROGRAMMES,
                    OVERLAY_BODIES,
                    OVERLAY_MEMBERSHIPS,
                    OVERLAY_SUPPORT,
                    OVERLAY_DESIGNATIONS,
                    OVERLAY_OBSERVATIONS,
                    TEACHING_SCHOOLS,
                    TEACHING_SCHOOL_HUBS,
                    KEY_STAGE_2,
                    KEY_STAGE_4,
                    SCHOOL_CENSUS -> SourceReader.readOverlay(source, issues::add, fact -> {});
        };
    }

    @ParameterizedTest
    @CsvSource({
        "edubasealldata20241028.csv,                         REGISTER,            2024-10-28, 51331, windows-1252",
        "edubasealldata20250105.csv,                         REGISTER,            2025-01-05, 51493, windows-1252",
        "links_edubasealldata20241028.csv,                   LINKS,               2024-10-28, 33190, windows-1252",
        "allgroupsdata20260113.csv,                          GROUPS,              2026-01-13,  7167, UTF-8",
        "alllinksdata20220331.csv,                           ALL_GROUP_LINKS,     2022-03-31, 20395, UTF-8",
        "alllinksdata20220831.csv,                           ALL_GROUP_LINKS,     2022-08-31, 20582, UTF-8",
        "grouplinks_edubaseallacademiesandfree20170403.csv,  ACADEMY_GROUP_LINKS, 2017-04-03,  9853, windows-1252",
        "grouplinks_edubaseallacademiesandfree20180501.csv,  ACADEMY_GROUP_LINKS, 2018-05-01, 11871, windows-1252",
        "grouplinks_edubaseallacademiesandfree20181001.csv,  ACADEMY_GROUP_LINKS, 2018-10-01, 12801, windows-1252",
        "grouplinks_edubaseallacademiesandfree20190601.csv,  ACADEMY_GROUP_LINKS, 2019-06-01, 14621, windows-1252",
        "academiesmatmembership20250105.csv,                 MEMBERSHIP_HISTORY,  2025-01-05, 13687, windows-1252",
        "teaching-schools-20180312.csv,                      TEACHING_SCHOOLS,    2018-03-12,   808, UTF-8",
        "teaching-school-hubs_region_mapping.csv,            TEACHING_SCHOOL_HUBS, 2025-01-05,   86, UTF-8",
        "2018-2019_england_ks2final_with-ofsted_waiky8.csv,  KEY_STAGE_2,         2019-08-31, 16355, UTF-8",
        "2018-2019_england_ks4final_with-ofsted_waiky8.csv,  KEY_STAGE_4,         2019-08-31,  5516, UTF-8",
        "2022-2023_england_census.csv,                       SCHOOL_CENSUS,       2023-01-19, 24436, UTF-8",
        "school-wls.tsv,                                     WELSH_SCHOOLS,       2025-01-05,  1616, UTF-8",
        "dfe_las.csv,                                        AUTHORITY_TABLE,     2025-01-05,   176, UTF-8",
        "dfe_region_la_hierarchy.csv,                        AUTHORITY_HIERARCHY, 2025-01-05,   181, UTF-8",
        "rsc-region-by-la_derived-from-teaching-schools-20180312.csv, RSC_REGIONS, 2018-03-12, 149, UTF-8",
    })
    void publishedFileIsRecognisedAndReadToItsLastRow(
            String name, SourceKind kind, String date, long count, String charset) {
        Source source = sources.get(name);

        assertThat(source).isNotNull();
        assertThat(source.kind()).isEqualTo(kind);
        assertThat(source.extractDate()).isEqualTo(date);
        assertThat(source.charset().name()).isEqualTo(charset);
        assertThat(rows).containsEntry(name, count);
    }

    @Test
    void nothingElseIsTakenForAPublishedFile() {
        assertThat(sources).hasSize(20);
    }

    @Test
    void publishedFilesHaveNoErrors() {
        assertThat(issues)
                .filteredOn(issue -> issue.code().severity() == IssueCode.Severity.ERROR)
                .isEmpty();
    }

    @Test
    void issuesAreThoseThatWereCountedByHand() {
        Map<IssueCode, Long> october = new EnumMap<>(IssueCode.class);
        issues.stream()
                .filter(issue -> issue.file().equals(OCTOBER))
                .forEach(issue -> october.merge(issue.code(), 1L, Long::sum));

        // 1,267 opening and 60 closing dates of 01-01-1900, in different rows; 16 names of schools and 8 of groups.
        assertThat(october).isEqualTo(Map.of(IssueCode.DATE_PLACEHOLDER, 1327L, IssueCode.LETTERS_LOST, 24L));
        assertThat(issues)
                .filteredOn(issue -> issue.code() == IssueCode.LETTERS_LOST)
                .hasSize(24 + 16 + 13 + 5);
    }

    @Test
    void registerOfOctober2024_countsAsPublished() {
        assertThat(schools).hasSize(51_331);
        assertThat(schools).filteredOn(s -> s.status().equals("Open")).hasSize(27_073);
        assertThat(schools).filteredOn(s -> s.status().equals("Closed")).hasSize(24_134);
        assertThat(schools).filteredOn(SchoolRecord::openDatePlaceholder).hasSize(1_267);
        assertThat(schools).filteredOn(s -> s.openDate() != null).hasSize(21_061 - 1_267);
        assertThat(schools).filteredOn(s -> s.closeDate() != null).hasSize(23_852 - 60);
        assertThat(schools).filteredOn(s -> !s.trusts().isEmpty()).hasSize(11_681);
        assertThat(schools).filteredOn(s -> !s.federations().isEmpty()).hasSize(1_127);
        assertThat(schools)
                .filteredOn(s -> s.federations().size() > 1)
                .extracting(SchoolRecord::urn)
                .containsExactly(101_704L, 101_793L, 115_931L);
        assertThat(schools)
                .filteredOn(s -> s.laName() != null && s.laName().startsWith("Pre"))
                .hasSize(821);
        assertThat(schools)
                .filteredOn(s -> s.group() == SchoolGroup.WELSH_MAINTAINED)
                .hasSize(2_471);
        assertThat(schools).filteredOn(s -> s.ofstedRating() != null).hasSize(51_331 - 22_883);
    }

    @Test
    void everySchoolWithAPlace_liesInGreatBritain() {
        // 1,838 have no easting, 147 have 0, 0.
        assertThat(schools).filteredOn(s -> s.location() != null).hasSize(51_331 - 1_838 - 147);
        assertThat(schools.stream().map(SchoolRecord::location).filter(Objects::nonNull))
                .filteredOn(
                        p -> p.longitude() < -6.4 || p.longitude() > 1.8 || p.latitude() < 49.88 || p.latitude() > 58)
                .isEmpty();
    }

    @Test
    void authorityOfEverySchoolInEnglandAndWalesIsKnown() {
        Authorities authorities = new Authorities();

        assertThat(schools.stream()
                        .filter(s -> s.laCode() != null
                                && authorities.find(s.laCode()).isEmpty())
                        .map(SchoolRecord::laName)
                        .distinct())
                .hasSize(7)
                .allMatch(name -> name != null && name.matches(".* (Overseas|Offshore) Establishments"));
    }

    @Test
    void groupsHaveOneStartEach_orNoneThatIsKnown() {
        assertThat(groups).filteredOn(GroupRecord::openedPlaceholder).hasSize(767 + 6);
        assertThat(groups).filteredOn(group -> group.opened() == null).hasSize(767 + 6);
        assertThat(groups).filteredOn(GroupRecord::incorporated).hasSize(3_678);
    }
}
