package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.issue.Issue;
import uk.middletier.issue.IssueCode;

/** Links between schools, groups, links to groups, memberships. */
class GroupReadersTest {
    private static final String GROUPS =
            "Group UID,Group Name,Companies House Number,Group Type,Closed Date,Open date,Incorporated on (open date),Group Status\n";
    private static final String ALL_LINKS =
            "URN,Group UID,Group Name,Companies House Number,Group Type,Joined date,Closed Date,TypeOfEstablishment (code)\n";
    private static final String ACADEMY_LINKS = "URN,Linked UID,Group Name,Group Type,Joined date,HasSharedHT\n";
    private static final String MEMBERSHIPS = "URN,Group UID,Group Name,Group Type,Date joined group,Date left group\n";
    private static final String LINKS = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n";

    @TempDir
    Path folder;

    private final List<Issue> issues = new ArrayList<>();

    @Test
    void groupOpensOnWhicheverOfTheTwoDatesIsFilled() {
        List<GroupRecord> groups = groups("""
                1000,F,,Federation,31/08/2010,06/01/2009,,Closed
                4782,T,05210075,Single-academy trust,,,15/05/2002,Open
                """);

        assertThat(groups)
                .extracting(GroupRecord::opened, GroupRecord::incorporated, GroupRecord::closed)
                .containsExactly(
                        tuple(LocalDate.of(2009, 1, 6), false, LocalDate.of(2010, 8, 31)),
                        tuple(LocalDate.of(2002, 5, 15), true, null));
        assertThat(issues).isEmpty();
    }

    @Test
    void groupsOf1900And1902_openOnADayNotKnown() {
        List<GroupRecord> groups = groups("1,A,,School sponsor,,01/01/1902,,Open\n2,B,,Trust,,01/01/1900,,Open\n");

        assertThat(groups)
                .extracting(GroupRecord::opened, GroupRecord::openedPlaceholder)
                .containsExactly(tuple(null, true), tuple(null, true));
        assertThat(issues).extracting(Issue::code).containsOnly(IssueCode.DATE_PLACEHOLDER);
        assertThat(issues).extracting(Issue::subject).containsExactly("group 1", "group 2");
    }

    @Test
    void groupsWithoutUidAndSecondRowsOfOne_areLeftOut() {
        List<GroupRecord> groups = groups(",A,,Trust,,,,Open\n7,B,,Trust,,,,Open\n7,C,,Trust,,,,Open\n");

        assertThat(groups).extracting(GroupRecord::name).containsExactly("B");
        assertThat(issues)
                .extracting(Issue::code, Issue::line)
                .containsExactly(tuple(IssueCode.GROUP_INVALID, 2L), tuple(IssueCode.GROUP_DUPLICATE, 4L));
    }

    @Test
    void lettersLostInTheNameOfAGroup_areReported() {
        groups("5188,FIERT\ufffd MULTI-ACADEMY TRUST,,Multi-academy trust,,,,Open\n");

        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.LETTERS_LOST);
    }

    @Test
    void numbersSpoiltByASpreadsheet_areMadeWhole() {
        List<GroupLinkRecord> links =
                groupLinks(ALL_LINKS + "100000,4782.0,T,4439859.0,Single-academy trust,2010-09-01,,5\n");

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.uid()).isEqualTo("4782");
            assertThat(link.companiesHouse()).isEqualTo("04439859");
            assertThat(link.typeCode()).isEqualTo("05");
            assertThat(link.joined()).isEqualTo(LocalDate.of(2010, 9, 1));
        });
    }

    @Test
    void joiningDayOf1900_isNotKnown() {
        List<GroupLinkRecord> links = groupLinks(ALL_LINKS + "20003,80637,Central,,Trust,1900-01-01,,47\n");

        assertThat(links).extracting(GroupLinkRecord::joined).containsExactly((LocalDate) null);
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DATE_PLACEHOLDER);
        assertThat(issues).extracting(Issue::subject).containsExactly("school:20003");
    }

    @Test
    void academyLinksWhoseLastColumnStandsInTheHeaderOnly_areWhole() {
        List<GroupLinkRecord> links = groupLinks(ACADEMY_LINKS + "105135,2150,Archdiocese,School sponsor,01-09-2005\n"
                + "105136,2150,Archdiocese,School sponsor,01-09-2005,No\n"
                + "105137,2150,Archdiocese,School sponsor\n");

        assertThat(links).extracting(GroupLinkRecord::urn).containsExactly(105135L, 105136L);
        assertThat(links).extracting(GroupLinkRecord::uid).containsOnly("2150");
        assertThat(issues).extracting(Issue::code, Issue::line).containsExactly(tuple(IssueCode.ROW_TOO_SHORT, 4L));
    }

    @Test
    void groupLinksWithoutSchoolOrGroup_areLeftOut() {
        assertThat(groupLinks(ACADEMY_LINKS + "x,1,A,Trust,\n100000,,A,Trust,\n"))
                .isEmpty();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.URN_INVALID, IssueCode.GROUP_INVALID);
    }

    @Test
    void membershipsMayComeTwiceForOneSchoolAndTrust() {
        List<MembershipRecord> memberships = new ArrayList<>();
        long rows = SourceReader.readMemberships(
                source(MEMBERSHIPS + "105135,4782,T,Single-academy trust,01-09-2005,31-08-2012\n"
                        + "105135,4782,T,Single-academy trust,01-09-2014,\n"),
                issues::add,
                memberships::add);

        assertThat(rows).isEqualTo(2);
        assertThat(memberships)
                .extracting(MembershipRecord::joined, MembershipRecord::left)
                .containsExactly(
                        tuple(LocalDate.of(2005, 9, 1), LocalDate.of(2012, 8, 31)),
                        tuple(LocalDate.of(2014, 9, 1), null));
    }

    @Test
    void linkKeepsTheRegistersWordsAndMayHaveNoDay() {
        List<LinkRecord> links = new ArrayList<>();
        SourceReader.readLinks(
                source(LINKS + "100012,100021,Rhyl,Successor - merged,\n100012,none,Rhyl,Successor,\n"),
                issues::add,
                links::add);

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.type()).isEqualTo("Successor - merged");
            assertThat(link.established()).isNull();
        });
        assertThat(issues).extracting(Issue::subject).containsExactly("school:100012");
    }

    @Test
    void readerOfAnotherKind_isRefused() {
        Source links = source(LINKS + "1,2,A,Successor,\n");

        assertThatThrownBy(() -> SourceReader.readGroups(links, issues::add, group -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotationMarkThatNeverCloses_isAnErrorOfTheFile() {
        Source links = source(LINKS + "1,2,\"A,Successor,\n3,4,B,Successor,\n");

        assertThatThrownBy(() -> SourceReader.readLinks(links, issues::add, link -> {}))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is not well formed");
    }

    private List<GroupRecord> groups(String rows) {
        List<GroupRecord> groups = new ArrayList<>();
        SourceReader.readGroups(source(GROUPS + rows), issues::add, groups::add);
        return groups;
    }

    private List<GroupLinkRecord> groupLinks(String text) {
        List<GroupLinkRecord> links = new ArrayList<>();
        SourceReader.readGroupLinks(source(text), issues::add, links::add);
        return links;
    }

    private Source source(String text) {
        Path file = RegisterFile.write(folder.resolve("x20241028.csv"), text, StandardCharsets.UTF_8);
        return Sources.recognise(List.of(file), null).sources().get(0);
    }
}
