package uk.middletier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.middletier.build.MadeUpFiles.bounds;
import static uk.middletier.build.MadeUpFiles.node;
import static uk.middletier.build.MadeUpFiles.spells;
import static uk.middletier.build.MadeUpFiles.told;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.dataset.DatasetException;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.RelationshipRow;

/** The rules of time, lineage and precedence, each on a few rows, from file to graph. */
class GraphBuildTest {
    private static final String NOW = "20250105";
    private static final String MAT = "Multi-academy trust";
    private static final String SAT = "Single-academy trust";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private MadeUpFiles files = new MadeUpFiles(Path.of("."));

    @BeforeEach
    void start() {
        files = new MadeUpFiles(folder);
    }

    @Test
    void closingDate_isTheLastDayOpen() {
        GraphRows rows = files.school(NOW, 1, "EstablishmentStatus (name)", "Closed", "CloseDate", "31-08-2012")
                .build();
        assertThat(node(rows, "school:1").properties())
                .containsEntry("to", LocalDate.of(2012, 9, 1))
                .containsEntry("fromKnown", false)
                .containsEntry("everOpen", true)
                .doesNotContainKey("from");
    }

    @Test
    void schoolClosedOnTheDayItsSuccessorOpens_isCountedOnce() {
        GraphRows rows = files.school(NOW, 1, "EstablishmentStatus (name)", "Closed", "CloseDate", "01-09-2012")
                .academy(NOW, 2, "01-09-2012")
                .link(1, 2, "Successor", "01-09-2012")
                .build();
        assertThat(node(rows, "school:1").properties()).containsEntry("to", LocalDate.of(2012, 9, 1));
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("la:919 […, 2012-09-01)");
    }

    @Test
    void closedWithoutDate_endsWhenItsSuccessorOpens_elseIsNeverCounted() {
        GraphRows rows = files.school(NOW, 1, "EstablishmentStatus (name)", "Closed")
                .school(NOW, 2, "OpenDate", "01-01-2001")
                .school(NOW, 3, "EstablishmentStatus (name)", "Closed")
                .link(1, 2, "Successor", "")
                .build();
        assertThat(node(rows, "school:1").properties())
                .containsEntry("to", LocalDate.of(2001, 1, 1))
                .containsEntry("toKnown", false);
        assertThat(node(rows, "school:3").properties()).containsEntry("everOpen", false);
        assertThat(spells(rows, "GOVERNED_BY", 3)).isEmpty();
        assertThat(files.issueCodes())
                .filteredOn(IssueCode.CLOSED_WITHOUT_DATE::equals)
                .hasSize(2);
    }

    @Test
    void proposedSchool_isKeptAndNeverCounted() {
        GraphRows rows = files.school(
                        NOW, 1, "EstablishmentStatus (name)", "Proposed to open", "OpenDate", "01-09-2026")
                .build();
        assertThat(node(rows, "school:1").properties()).containsEntry("everOpen", false);
        assertThat(rows.relationships()).noneMatch(row -> row.from().equals("school:1"));
        assertThat(files.issueCodes()).containsExactly(IssueCode.PROPOSED);
    }

    @Test
    void linkWrittenAtBothEnds_isOneSuccession() {
        GraphRows rows = files.school(NOW, 1, "EstablishmentStatus (name)", "Closed", "CloseDate", "31-08-2012")
                .academy(NOW, 2, "01-09-2012")
                .link(1, 2, "Successor", "02-09-2012")
                .link(2, 1, "Predecessor", "01-09-2012")
                .build();
        assertThat(rows.relationships())
                .filteredOn(
                        row -> row.type().equals("SUCCEEDED_BY") && row.from().startsWith("school:"))
                .singleElement()
                .satisfies(row -> assertThat(row.properties())
                        .containsEntry("on", LocalDate.of(2012, 9, 1))
                        .containsEntry("kind", "plain"));
    }

    @Test
    void lineage_followsPlainSuccessorsAndStopsAtMergers() {
        GraphRows rows = files.school(NOW, 1)
                .school(NOW, 2)
                .school(NOW, 3)
                .school(NOW, 4)
                .link(3, 2, "Predecessor", "")
                .link(1, 2, "Successor", "")
                .link(4, 3, "Successor - merged", "")
                .build();
        assertThat(node(rows, "school:3").properties()).containsEntry("lineage", "lineage:1");
        assertThat(node(rows, "school:4").properties()).containsEntry("lineage", "lineage:4");
    }

    @Test
    void groupThatIsASponsorNoMore_isNotFoundByTheNameItHadAsOne() {
        GraphRows rows = files.school(NOW, 1, "SchoolSponsors (name)", "Group 7")
                .group("20220331", 7, "School sponsor", "", "", "")
                .group(NOW, 7, MAT, "", "", "")
                .build();
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("SPONSORED_BY"))
                .singleElement()
                .satisfies(row -> assertThat(node(rows, row.to()).id()).isEqualTo("sponsor:group-7"));
        assertThat(files.issueCodes()).containsExactly(IssueCode.SPONSOR_NOT_IN_GROUPS);
    }

    @Test
    void overlappingMemberships_theLaterJoinedWins() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(10, SAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 10, SAT, "01-09-2011", "01-05-2019")
                .membership(1, 20, MAT, "01-04-2018", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2011-09-01, 2018-04-01)", "trust:20 [2018-04-01, …)");
        assertThat(files.issueCodes()).containsExactly(IssueCode.TRUST_OVERLAP);
    }

    @Test
    void trustRegisteredAnewWithTheOldJoiningDate_followsTheOldRecord() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(10, SAT, "01/08/2011", "01/03/2018", "0123")
                .group(20, MAT, "01/08/2011", "", "0123")
                .membership(1, 10, SAT, "01-09-2011", "01-03-2018")
                .membership(1, 20, MAT, "01-09-2011", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2011-09-01, 2018-03-01)", "trust:20 [2018-03-01, …)");
        assertThat(rows.relationships())
                .contains(new RelationshipRow(
                        "trust:10",
                        "SUCCEEDED_BY",
                        "trust:20",
                        Map.of("kind", "registered-anew", "source", "dataset:allgroupsdata20250105.csv")));
    }

    @Test
    void trustRegisteredAnewWithAnEarlierJoiningDate_stillFollowsTheOldRecord() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(10, SAT, "01/08/2011", "21/03/2022", "0123")
                .group(20, MAT, "01/08/2011", "", "0123")
                .membership(1, 20, MAT, "01-09-2011", "")
                .membership(1, 10, SAT, "23-11-2016", "21-03-2022")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2011-09-01, 2022-03-21)", "trust:20 [2022-03-21, …)");
    }

    @Test
    void threeRecordsOfOneCompany_followEachOther() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2016")
                .group(10, SAT, "01/08/2016", "01/05/2018", "0123")
                .group(20, MAT, "01/08/2016", "21/03/2022", "0123")
                .group(30, SAT, "01/08/2016", "", "0123")
                .membership(1, 10, SAT, "01-09-2016", "01-05-2018")
                .membership(1, 30, SAT, "01-09-2016", "")
                .membership(1, 20, MAT, "26-04-2018", "21-03-2022")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly(
                        "trust:10 [2016-09-01, 2018-04-26)",
                        "trust:20 [2018-04-26, 2022-03-21)",
                        "trust:30 [2022-03-21, …)");
    }

    @Test
    void companyNumberTheListOfGroupsLacks_comesFromTheGroupLinks() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(10, SAT, "01/08/2011", "01/03/2018", "")
                .group(20, MAT, "01/08/2011", "", "02236171")
                .groupLink("20170403", 1, 10, SAT, "01-09-2011", "Companies House Number", "2236171")
                .groupLink("20170403", 1, 9, SAT, "01-09-2010", "Companies House Number", "02236171")
                .build();
        assertThat(node(rows, "trust:10").properties()).containsEntry("companiesHouse", "02236171");
        assertThat(rows.relationships())
                .filteredOn(
                        row -> row.type().equals("SUCCEEDED_BY") && row.from().startsWith("trust:"))
                .extracting(row -> row.from() + " > " + row.to())
                .containsExactly("trust:9 > trust:10", "trust:10 > trust:20");
    }

    @Test
    void leavingDateOnTheClosingDay_isTheLastDayInTheTrust() {
        GraphRows rows = files.academy(
                        NOW, 1, "01-12-2013", "EstablishmentStatus (name)", "Closed", "CloseDate", "30-04-2018")
                .group(10, MAT, "01/08/2011", "", "")
                .membership(1, 10, MAT, "01-12-2013", "30-04-2018")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("trust:10 [2013-12-01, 2018-05-01)");
        assertThat(files.issueCodes()).isEmpty();
    }

    @Test
    void leavingDateTheDayBeforeTheNextJoining_isTheLastDayInTheTrust() {
        GraphRows rows = files.academy(NOW, 1, "01-12-2013")
                .group(10, MAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 10, MAT, "01-12-2013", "31-08-2018")
                .membership(1, 20, MAT, "01-09-2018", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2013-12-01, 2018-09-01)", "trust:20 [2018-09-01, …)");
        assertThat(files.issueCodes()).isEmpty();
    }

    @Test
    void leavingDateOnTheNextJoiningDay_isTheFirstDayOut() {
        GraphRows rows = files.academy(NOW, 1, "01-12-2013")
                .group(10, MAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 10, MAT, "01-12-2013", "01-09-2018")
                .membership(1, 20, MAT, "01-09-2018", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2013-12-01, 2018-09-01)", "trust:20 [2018-09-01, …)");
        assertThat(files.issueCodes()).isEmpty();
    }

    @Test
    void trustJoinedWithinAMonthOfTheOpening_isTheAcademysFromTheFirstDay() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2013")
                .academy(NOW, 2, "01-09-2013")
                .group(10, SAT, "01/08/2011", "", "")
                .membership(1, 10, SAT, "02-10-2013", "")
                .membership(2, 10, SAT, "03-10-2013", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("trust:10 [2013-09-01, …)");
        assertThat(spells(rows, "GOVERNED_BY", 2))
                .containsExactly("trust:unknown [2013-09-01, 2013-10-03)", "trust:10 [2013-10-03, …)");
        assertThat(files.issueCodes())
                .containsExactlyInAnyOrder(IssueCode.TRUST_NOT_ALL_ALONG, IssueCode.TRUST_NOT_KNOWN);
    }

    @Test
    void twoRowsOfOneTrust_lastUntilTheLaterLeavingDateAndOnToAClosingWithinAMonth() {
        GraphRows rows = files.academy(
                        NOW, 1, "01-09-2014", "EstablishmentStatus (name)", "Closed", "CloseDate", "31-08-2018")
                .group(10, SAT, "01/08/2011", "", "")
                .membership(1, 10, SAT, "01-09-2014", "01-05-2018")
                .membership(1, 10, SAT, "01-09-2014", "01-08-2018")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("trust:10 [2014-09-01, 2018-09-01)");
        assertThat(files.issueCodes()).containsExactly(IssueCode.TRUST_NOT_ALL_ALONG);
    }

    @Test
    void twoRowsOfOneTrustWithAnotherInBetween_wereLeftAndJoinedAgain() {
        GraphRows rows = files.academy(NOW, 1, "01-04-2017")
                .group(10, MAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 10, MAT, "01-04-2017", "01-05-2018")
                .membership(1, 20, MAT, "01-04-2017", "28-10-2024")
                .membership(1, 10, MAT, "01-04-2017", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly(
                        "trust:10 [2017-04-01, 2018-05-01)",
                        "trust:20 [2018-05-01, 2024-10-28)",
                        "trust:10 [2024-10-28, …)");
    }

    /** Of two schools in the first the history says that they left a trust after they had joined the next. */
    private MadeUpFiles noticedHistory() {
        return files.academy(NOW, 1, "01-09-2011")
                .academy(NOW, 2, "01-09-2011")
                .group(10, SAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 10, SAT, "01-09-2011", "28-10-2024")
                .membership(1, 20, MAT, "01-04-2018", "")
                .groupLink("20220831", 2, 10, SAT, "01-09-2011");
    }

    @Test
    void leavingDatesOfAHistoryThatWasPutTogetherByComparing_areUpperBounds() {
        GraphRows rows = noticedHistory()
                .membership(2, 10, SAT, "01-09-2011", "28-10-2024")
                .membership(2, 20, MAT, "28-10-2024", "")
                .build();
        assertThat(bounds(rows, 2))
                .containsExactly(
                        "trust:10 [2011-09-01, 2024-10-28) after null, 2022-08-31",
                        "trust:20 [2024-10-28, …) after 2022-08-31, null");
        assertThat(bounds(rows, 1))
                .containsExactly(
                        "trust:10 [2011-09-01, 2018-04-01) after null, null",
                        "trust:20 [2018-04-01, …) after null, null");
    }

    @Test
    void joiningDateThatASnapshotGives_isExactHoweverTheLeavingWasNoticed() {
        GraphRows rows = noticedHistory()
                .membership(2, 10, SAT, "01-09-2011", "01-01-2023")
                .membership(2, 20, MAT, "01-01-2023", "")
                .groupLink("20240831", 2, 20, MAT, "01-01-2023")
                .build();
        assertThat(bounds(rows, 2))
                .containsExactly(
                        "trust:10 [2011-09-01, 2023-01-01) after null, null",
                        "trust:20 [2023-01-01, …) after null, null");
    }

    @Test
    void trustLeftForNoneKnown_isOnlyKnownToHaveBeenLeftSinceItWasLastSeen() {
        GraphRows rows = noticedHistory()
                .membership(2, 10, SAT, "01-09-2011", "28-10-2023")
                .build();
        assertThat(bounds(rows, 2))
                .containsExactly(
                        "trust:10 [2011-09-01, 2023-10-28) after null, 2022-08-31",
                        "trust:unknown [2023-10-28, …) after 2022-08-31, null");
    }

    @Test
    void trustRegisteredAnewInAHistoryPutTogetherByComparing_wasSinceTheOldRecordWasLastSeen() {
        GraphRows rows = noticedHistory()
                .membership(2, 10, SAT, "01-09-2011", "28-10-2024")
                .membership(2, 20, MAT, "01-09-2011", "")
                .build();
        assertThat(bounds(rows, 2))
                .containsExactly(
                        "trust:10 [2011-09-01, 2024-10-28) after null, 2022-08-31",
                        "trust:20 [2024-10-28, …) after 2022-08-31, null");
    }

    @Test
    void leavingDatesOfAHistoryWithoutOverlaps_areExact() {
        GraphRows rows = files.academy(NOW, 2, "01-09-2011")
                .group(10, SAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(2, 10, SAT, "01-09-2011", "28-10-2024")
                .membership(2, 20, MAT, "28-10-2024", "")
                .groupLink("20241028", 2, 20, MAT, "")
                .build();
        assertThat(bounds(rows, 2))
                .containsExactly(
                        "trust:10 [2011-09-01, 2024-10-28) after null, null",
                        "trust:20 [2024-10-28, …) after null, null");
    }

    @Test
    void daysWithoutAKnownTrust_belongToTheUnknownTrust() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 20, MAT, "01-04-2018", "")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:unknown [2011-09-01, 2018-04-01)", "trust:20 [2018-04-01, …)");
        assertThat(files.issueCodes()).containsExactly(IssueCode.TRUST_NOT_KNOWN);
    }

    @Test
    void snapshotsFillOnlyWhatTheHistoryLeavesOpen() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(10, SAT, "01/08/2011", "", "")
                .group(20, MAT, "01/08/2011", "", "")
                .membership(1, 20, MAT, "01-04-2018", "")
                .groupLink("20170403", 1, 10, SAT, "01-09-2011")
                .groupLink("20180501", 1, 20, MAT, "01-03-2018")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1))
                .containsExactly("trust:10 [2011-09-01, 2018-04-01)", "trust:20 [2018-04-01, …)");
    }

    @Test
    void whatASnapshotNoLongerShows_endedBetweenTheTwo() {
        GraphRows rows = files.school("20241028", 1, "Federations (code)", "5", "Federations (name)", "F")
                .school(NOW, 1)
                .group(5, "Federation", "01/09/2010", "", "")
                .groupLink("20220331", 1, 5, "Federation", "01-09-2015")
                .build();
        RelationshipRow row = rows.relationships().stream()
                .filter(each -> each.type().equals("MEMBER_OF"))
                .findFirst()
                .orElseThrow();
        assertThat(row.properties())
                .containsEntry("from", LocalDate.of(2015, 9, 1))
                .containsEntry("to", LocalDate.of(2025, 1, 5))
                .containsEntry("toObservedAfter", LocalDate.of(2024, 10, 28));
    }

    @Test
    void firstSeenInALaterSnapshot_beganBetweenTheTwo() {
        GraphRows rows = files.school("20241028", 1)
                .school(NOW, 1, "Federations (code)", "5", "Federations (name)", "F")
                .group(5, "Federation", "01/09/2010", "", "")
                .build();
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("MEMBER_OF"))
                .singleElement()
                .satisfies(row -> assertThat(row.properties())
                        .containsEntry("from", LocalDate.of(2025, 1, 5))
                        .containsEntry("fromObservedAfter", LocalDate.of(2024, 10, 28))
                        .containsEntry("fromKnown", false));
    }

    @Test
    void academyKnownOnlyFromTheRegister_isInItsTrustSinceItOpened() {
        GraphRows rows = files.academy(
                        NOW,
                        1,
                        "01-09-2011",
                        "TrustSchoolFlag (name)",
                        "Supported by a multi-academy trust",
                        "Trusts (code)",
                        "20",
                        "Trusts (name)",
                        "T")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("trust:20 [2011-09-01, …)");
        assertThat(files.issueCodes()).containsExactly(IssueCode.GROUP_INFERRED);
    }

    @Test
    void reorganisedAuthority_sharesTheSchoolsDays() {
        GraphRows rows = files.school(
                        NOW,
                        1,
                        "LA (code)",
                        "942",
                        "LA (name)",
                        "Cumberland",
                        "PreviousLA (code)",
                        "909",
                        "PreviousLA (name)",
                        "Pre-LGR 2023 Cumbria")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).containsExactly("la:909 […, 2023-04-01)", "la:942 [2023-04-01, …)");
        assertThat(spells(rows, "IN_AREA", 1)).containsExactly("la:909 […, 2023-04-01)", "la:942 [2023-04-01, …)");
    }

    @Test
    void authorityLiesInACommissionersRegion_whileBothAreThere() {
        GraphRows rows = files.school(NOW, 1).build();
        assertThat(rows.relationships().stream()
                        .filter(row -> row.to().equals("rsc-region:south-west"))
                        .map(row -> row.from() + " in " + told(row)))
                .contains(
                        "la:800 in rsc-region:south-west [2014-09-01, 2022-09-01)",
                        "la:835 in rsc-region:south-west [2014-09-01, 2019-04-01)",
                        "la:838 in rsc-region:south-west [2019-04-01, 2022-09-01)");
        assertThat(rows.relationships())
                .noneMatch(
                        row -> row.to().startsWith("rsc-region:") && row.from().equals("la:942"));
        assertThat(node(rows, "rsc-region:south-west").properties())
                .isEqualTo(Map.of(
                        "name",
                        "South West",
                        "kind",
                        "RscRegion",
                        "from",
                        LocalDate.of(2014, 9, 1),
                        "to",
                        LocalDate.of(2022, 9, 1)));
    }

    @Test
    void schoolInTwoFederations_isAMemberOfBoth() {
        GraphRows rows = files.school(NOW, 1, "Federations (code)", "5~6", "Federations (name)", "F~G")
                .group(5, "Federation", "01/09/2010", "", "")
                .group(6, "Federation", "01/09/2010", "", "")
                .build();
        assertThat(spells(rows, "MEMBER_OF", 1))
                .containsExactly("federation:5 [2025-01-05, …)", "federation:6 [2025-01-05, …)");
        assertThat(files.issueCodes()).containsExactly(IssueCode.SEVERAL_FEDERATIONS);
    }

    @Test
    void independentSchool_isGovernedByNobody() {
        GraphRows rows = files.school(
                        NOW,
                        1,
                        "TypeOfEstablishment (code)",
                        "11",
                        "TypeOfEstablishment (name)",
                        "Other independent school")
                .build();
        assertThat(spells(rows, "GOVERNED_BY", 1)).isEmpty();
        assertThat(spells(rows, "IN_AREA", 1)).isNotEmpty();
    }

    @Test
    void schoolMissingFromTheLatestRegister_isKeptAndReported() {
        GraphRows rows = files.school("20241028", 1).school(NOW, 2).build();
        assertThat(node(rows, "school:1").properties()).containsEntry("name", "School 1");
        assertThat(files.issueCodes()).containsExactly(IssueCode.VANISHED);
        assertThat(rows.extractDate()).isEqualTo(LocalDate.of(2025, 1, 5));
    }

    @Test
    void schoolCalledDifferentlyInALaterSnapshot_wasRenamedBetweenTheTwo() {
        GraphRows rows = files.school("20240101", 1, "EstablishmentName", "Hill School")
                .school("20241028", 1, "EstablishmentName", "HILL SCHOOL")
                .school(NOW, 1, "EstablishmentName", "Star Academy")
                .build();
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("RENAMED"))
                .containsExactly(new RelationshipRow(
                        "school:1",
                        "RENAMED",
                        "school:1",
                        Map.of(
                                "name",
                                "Star Academy",
                                "formerName",
                                "HILL SCHOOL",
                                "on",
                                LocalDate.of(2025, 1, 5),
                                "fromObservedAfter",
                                LocalDate.of(2024, 10, 28),
                                "source",
                                "dataset:edubasealldata20250105.csv")));
    }

    @Test
    void bodyThatTookBackItsFormerName_wasRenamedTwice() {
        GraphRows rows = files.academy(NOW, 1, "01-09-2011")
                .group(20, MAT, "01/08/2011", "", "", "Group Name", "HILL TRUST LIMITED")
                .groupLink("20170403", 1, 20, MAT, "01-09-2011", "Group Name", "The Hill Trust")
                .groupLink("20180501", 1, 20, MAT, "01-09-2011", "Group Name", "The Hill Trust")
                .groupLink("20190601", 1, 20, MAT, "01-09-2011", "Group Name", "STAR TRUST")
                .build();
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("RENAMED"))
                .extracting(row -> row.from() + " " + row.properties().get("formerName") + " > "
                        + row.properties().get("name") + " "
                        + row.properties().get("fromObservedAfter") + " "
                        + row.properties().get("on"))
                .containsExactly(
                        "trust:20 The Hill Trust > STAR TRUST 2018-05-01 2019-06-01",
                        "trust:20 STAR TRUST > HILL TRUST LIMITED 2019-06-01 2025-01-05");
    }

    @Test
    void groupWithoutANode_isNotRenamed() {
        GraphRows rows = files.school(NOW, 1)
                .groupLink("20220331", 1, 7, "Children's Centres Group", "", "Group Name", "Hill")
                .groupLink("20220831", 1, 7, "Children's Centres Group", "", "Group Name", "Star")
                .build();
        assertThat(rows.relationships()).noneMatch(row -> row.type().equals("RENAMED"));
    }

    @Test
    void withoutARegister_thereIsNoGraph() {
        files.group(5, "Federation", "01/09/2010", "", "");
        assertThatThrownBy(files::build)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("register of schools");
    }
}
