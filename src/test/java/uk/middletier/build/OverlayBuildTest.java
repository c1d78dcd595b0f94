package uk.middletier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.middletier.build.MadeUpFiles.node;
import static uk.middletier.build.MadeUpFiles.spells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.Sources;
import uk.middletier.issue.Issue;
import uk.middletier.model.RelationshipRow;

/** Overlays from file to graph: beside a register, alone, and what is said of rows that are wrong. */
class OverlayBuildTest {
    private static final String REGISTER = """
            URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate
            1,919,Hertfordshire,2001,Alder,01,Community school,Open,,
            2,919,Hertfordshire,2002,Beech,01,Community school,Open,01-09-2010,
            3,919,Hertfordshire,2003,Cedar,01,Community school,Closed,,31-08-2016
            4,660,Isle of Anglesey,2130,Amlwch,30,Welsh establishment,Open,,
            """;
    private static final String BODIES = "id,kind,name,formality,from,to,leadSchool,parent,programme,source\n";
    private static final String MEMBERS = "school,body,role,from,to,source\n";
    private static final String SCHOOLS =
            "school,name,authority,phase,type,from,to,pupils,fsmPercent,latitude,longitude,urbanRural,religiousCharacter,ofstedRating,source\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Issue> issues = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void bodyWithALeadThatIsNoSchool_isKeptWithoutIt() {
        register();
        file("bodies.csv", BODIES + "group:g,improvement-group,Group G,,2014-01-01,,school:x,,,Report\n");

        assertThat(node(build(), "group:g").properties()).containsEntry("name", "Group G");
        assertThat(issues)
                .extracting(issue -> issue.code().name(), Issue::done)
                .containsExactly(tuple("URN_INVALID", "left out"));
    }

    @Test
    void overlayStandsBesideTheRegister_withItsProvenanceOnEveryRelationship() {
        register();
        file(
                "programmes.csv",
                "id,name,country,from,to,source\nprogramme:challenge,The Challenge,England,2012-01-01,,A\n");
        file(
                "bodies.csv",
                BODIES
                        + "group:g,improvement-group,Group G,,2014-01-01,,1,partnership:p,programme:challenge,Report p. 3\n",
                "partnership:p,LearningPartnership,P,informal,,,,,,Report\n");
        file("memberships.csv", MEMBERS + "2,group:g,convenor,2014-09-01,2016-09-01,Report p. 4\n");
        file(
                "support.csv",
                "supporter,supported,programme,broker,depth,from,to,source\n",
                "1,2,programme:challenge,la:919,weekly,2014-01-01,2015-01-01,Report\n");
        file("designations.csv", "school,designation,programme,from,to,source\n1,NLE,,2013-01-01,,Report\n");
        file(
                "observations.csv",
                "subject,measure,from,to,value,unit,source\n",
                "group:g,joint-practice,2014-01-01,2015-01-01,63%,percent,Report\n",
                "1,ofsted-overall,2013-05-01,,Good,,Report\n");

        GraphRows rows = build();

        assertThat(issues).extracting(issue -> issue.code().name()).containsExactly("PROGRAMME_INFERRED");
        assertThat(spells(rows, "MEMBER_OF", 1)).containsExactly("group:g [2014-01-01, …)");
        assertThat(spells(rows, "MEMBER_OF", 2)).containsExactly("group:g [2014-09-01, 2016-09-01)");
        assertThat(one(rows, "MEMBER_OF", "school:2").properties())
                .containsEntry("role", "convenor")
                .containsEntry("source", "dataset:memberships.csv")
                .containsEntry("provenance", "Report p. 4")
                .containsEntry("fromKnown", true);
        assertThat(one(rows, "MEMBER_OF", "school:1").properties()).containsEntry("role", "lead");
        assertThat(one(rows, "SUPPORTS", "school:1"))
                .satisfies(row -> assertThat(row.to()).isEqualTo("school:2"))
                .satisfies(row -> assertThat(row.properties())
                        .containsEntry("programme", "programme:challenge")
                        .containsEntry("brokeredBy", "la:919")
                        .containsEntry("depth", "weekly"));
        assertThat(one(rows, "DESIGNATED", "school:1"))
                .satisfies(row -> assertThat(row.to()).isEqualTo("programme:nle"))
                .satisfies(row -> assertThat(row.properties()).containsEntry("as", "NLE"));
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("UNDER"))
                .extracting(RelationshipRow::from, RelationshipRow::to)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("group:g", "programme:challenge"),
                        org.assertj.core.api.Assertions.tuple("group:g", "partnership:p"));
        assertThat(one(rows, "OBSERVED", "group:g"))
                .satisfies(row -> assertThat(row.to()).isEqualTo("dataset:observations.csv"))
                .satisfies(row -> assertThat(row.properties())
                        .containsEntry("measure", "joint-practice")
                        .containsEntry("value", 63.0)
                        .containsEntry("text", "63%"));
        assertThat(one(rows, "OBSERVED", "school:1").properties())
                .containsEntry("text", "Good")
                .doesNotContainKey("value");
        assertThat(node(rows, "group:g").labels()).containsExactly("Body", "ImprovementGroup");
        assertThat(node(rows, "partnership:p").properties()).containsEntry("formality", "informal");
        assertThat(node(rows, "programme:nle").properties()).containsEntry("name", "NLE");
        assertThat(rows.extractDate()).isEqualTo("2025-01-05");
        assertThat(said).contains("taken from memberships.csv: 1 memberships");
    }

    @Test
    void wrongRowsAreTold_withFileAndLine_andTheRestIsLoaded() {
        register();
        file(
                "bodies.csv",
                BODIES + "group:a,improvement-group,A,,,,,group:b,,\n",
                "group:b,improvement-group,B,,,,,group:a,,\n",
                "alliance:x,improvement-group,X,,,,,,,\n",
                "group:c,gang,C,,,,,,,\n",
                "group:d,pairing,D,,,,,,,\n",
                "hub:h,hub,H,firm,2015-01-01,2014-01-01,,,,\n",
                "group:e,improvement-group,E,firm,,,,group:nowhere,,\n",
                "group:a,improvement-group,A again,,,,,,,\n");
        file(
                "memberships.csv",
                MEMBERS + "9,group:a,member,,,\n",
                "1,group:z,member,,,\n",
                "1,group:a,member,2012-01-01,2011-01-01,\n",
                "1,group:a,boss,2012-01-01,2013-01-01,\n",
                "1,group:a,member,2012-01-01,2013-01-01,\n",
                "1,group:a,member,2012-06-01,2014-01-01,\n",
                "2,group:a,member,2001-01-01,2002-01-01,\n",
                "2,group:b,member,2009-01-01,2012-01-01,\n",
                "3,group:b,member,2015-01-01,,\n",
                "2,la:919,member,,,\n",
                "1,trust:7,member,,,\n");
        file("support.csv", "supporter,supported,programme,broker,depth,from,to,source\n1,2,,hub:none,,2012-01-01,,\n");

        GraphRows rows = build();

        assertThat(issues)
                .extracting(issue -> issue.code() + " " + issue.file() + ":" + issue.line())
                .containsExactlyInAnyOrder(
                        "OVERLAY_ID_INVALID bodies.csv:4",
                        "OVERLAY_WORD_UNKNOWN bodies.csv:5",
                        "OVERLAY_ID_INVALID bodies.csv:6",
                        "OVERLAY_REVERSED bodies.csv:7",
                        "OVERLAY_WORD_UNKNOWN bodies.csv:8",
                        "OVERLAY_DUPLICATE bodies.csv:9",
                        "OVERLAY_REVERSED memberships.csv:4",
                        "OVERLAY_WORD_UNKNOWN memberships.csv:5",
                        "OVERLAY_DUPLICATE memberships.csv:6",
                        "OVERLAY_SCHOOL_UNKNOWN memberships.csv:2",
                        "OVERLAY_BODY_UNKNOWN memberships.csv:3",
                        "OVERLAY_DUPLICATE memberships.csv:7",
                        "MEMBERSHIP_OUTSIDE_LIFE memberships.csv:8",
                        "MEMBERSHIP_CUT memberships.csv:9",
                        "OVERLAY_GOVERNANCE memberships.csv:11",
                        "OVERLAY_BODY_UNKNOWN memberships.csv:12",
                        "OVERLAY_BODY_UNKNOWN support.csv:2",
                        "OVERLAY_CYCLE bodies.csv:2",
                        "OVERLAY_BODY_UNKNOWN bodies.csv:8");
        assertThat(spells(rows, "MEMBER_OF", 1)).containsExactly("group:a [2012-01-01, 2014-01-01)");
        assertThat(spells(rows, "MEMBER_OF", 2)).containsExactly("group:b [2010-09-01, 2012-01-01)");
        assertThat(spells(rows, "MEMBER_OF", 3)).containsExactly("group:b [2015-01-01, 2016-09-01)");
        assertThat(one(rows, "SUPPORTS", "school:1").properties()).doesNotContainKey("brokeredBy");
        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("UNDER"))
                .extracting(RelationshipRow::from, RelationshipRow::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple("group:b", "group:a"));
    }

    @Test
    void systemWithoutARegister_hasItsSchoolsFromSchoolsCsv() {
        file(
                "schools.csv",
                SCHOOLS + "501,Ash,919,Primary,Community school,,,210,12.5,51.8,-0.2,Urban,,Good,Survey\n",
                "502,Birch,Hertfordshire,Secondary,34,2012-09-01,2019-09-01,900,,,,,,,Survey\n",
                "503,Chestnut,la:919,Primary,Independent thing,,,,,,,,,,Survey\n",
                "504,Douglas,Atlantis,Primary,Community school,,,,,,,,,,Survey\n",
                "501,Ash again,919,Primary,Community school,,,,,,,,,,Survey\n");
        file("bodies.csv", BODIES + "trust:t,multi-academy-trust,T,,,,,,,S\ngroup:g,improvement-group,G,,,,,,,S\n");
        file("memberships.csv", MEMBERS + "502,trust:t,,2013-09-01,,S\n501,group:g,member,2014-01-01,,S\n");

        GraphRows rows = build();

        assertThat(spells(rows, "GOVERNED_BY", 501)).containsExactly("la:919 […, …)");
        assertThat(spells(rows, "GOVERNED_BY", 502))
                .containsExactly("trust:unknown [2012-09-01, 2013-09-01)", "trust:t [2013-09-01, 2019-09-01)");
        assertThat(spells(rows, "GOVERNED_BY", 503)).isEmpty();
        assertThat(node(rows, "school:501").properties())
                .containsEntry("name", "Ash")
                .containsEntry("pupils", 210L)
                .containsEntry("fsmPercent", 12.5)
                .containsEntry("rural", false)
                .containsEntry("ofstedRating", "Good")
                .containsKey("location");
        assertThat(node(rows, "school:502").properties())
                .containsEntry("type", "Academy converter")
                .containsEntry("to", LocalDate.of(2019, 9, 1));
        assertThat(issues)
                .extracting(issue -> issue.code() + ":" + issue.line())
                .contains("OVERLAY_WORD_UNKNOWN:4", "AUTHORITY_UNKNOWN:5", "OVERLAY_DUPLICATE:6");
        assertThat(rows.extractDate()).as("the latest day in the files").isEqualTo("2019-09-01");
        assertThat(rows.firstDate()).isEqualTo("2012-09-01");
    }

    @Test
    void welshList_isOfTheRegister_byEstablishmentNumber_andAloneMakesSchools() {
        String header =
                "school-wls\tname\tname-cy\tschool-type-wls\tprincipal-local-authority\taddress\tstart-date\tend-date\n";
        Path list = file(
                "wls20240101.tsv", header + "6602130\tAmlwch\t\t1\tAGY\t\t\t\n6604025\tBodedern\t\t3\tAGY\t\t\t\n");

        GraphRows alone =
                GraphBuild.build(Sources.recognise(List.of(list), null).sources(), issues::add, said::add);

        assertThat(spells(alone, "GOVERNED_BY", 6_602_130)).containsExactly("la:660 […, …)");
        assertThat(node(alone, "school:6604025").properties())
                .containsEntry("phase", "Secondary")
                .containsEntry("laEstab", "660/4025");
        assertThat(issues).isEmpty();

        register();
        GraphRows beside = build();

        assertThat(said).contains("taken from wls20240101.tsv: 1 schools known by their establishment number");
        assertThat(issues).extracting(issue -> issue.code().name()).containsExactly("SCHOOL_NOT_IN_REGISTER");
        assertThat(beside.nodes()).noneMatch(row -> row.id().equals("school:6602130"));
    }

    @Test
    void teachingSchools_areAlliancesSeenOnTheDayOfTheList_untilTheProgrammeEnded() {
        register();
        file(
                "teaching-schools-20140312.csv",
                "Alliance Name,Teaching School,URN,Region,Local Authority,RSC\n",
                "St Alder's Alliance,Alder,1,East,Herts,E\nSt Alder's Alliance,Cedar,3,East,Herts,E\n");

        GraphRows rows = build();

        assertThat(spells(rows, "MEMBER_OF", 1))
                .containsExactly("alliance:st-alder-s-alliance [2014-03-12, 2021-09-01)");
        assertThat(spells(rows, "MEMBER_OF", 3))
                .containsExactly("alliance:st-alder-s-alliance [2014-03-12, 2016-09-01)");
        assertThat(one(rows, "MEMBER_OF", "school:1").properties())
                .containsEntry("role", "lead")
                .containsEntry("fromKnown", false)
                .containsEntry("toObservedAfter", LocalDate.of(2014, 3, 12));
        assertThat(spells(rows, "DESIGNATED", 1))
                .containsExactly("programme:teaching-schools [2014-03-12, 2021-09-01)");
        assertThat(one(rows, "UNDER", "alliance:st-alder-s-alliance").to()).isEqualTo("programme:teaching-schools");
        assertThat(issues).isEmpty();
    }

    @Test
    void performanceTables_areObservationsOfTheirSchoolYear() {
        register();
        file(
                "2018-2019_ks2.csv",
                "URN,READPROG,WRITPROG,MATPROG,OFSTEDRATING,INSPECTIONDT\n",
                "1,2.6,SUPP,-1,Good,20140204\n2,,,,,\n77,1,1,1,,\n");
        file("2022-2023_census.csv", "URN,NOR,NUMFSM,PNUMFSMEVER\n1,271,49,21.90%\nNAT,9,9,9%\n");

        GraphRows rows = build();

        assertThat(rows.relationships())
                .filteredOn(row -> row.type().equals("OBSERVED"))
                .extracting(row -> row.from() + " " + row.properties().get("measure") + " "
                        + row.properties().get("value") + " " + row.properties().get("from") + " "
                        + row.properties().get("to"))
                .containsExactly(
                        "school:1 ks2-reading-progress 2.6 2018-09-01 2019-09-01",
                        "school:1 ks2-maths-progress -1.0 2018-09-01 2019-09-01",
                        "school:1 ofsted-overall 2.0 2014-02-04 null",
                        "school:1 roll 271.0 2022-09-01 2023-09-01",
                        "school:1 fsm-eligible 49.0 2022-09-01 2023-09-01",
                        "school:1 fsm-ever-six 21.9 2022-09-01 2023-09-01");
        assertThat(issues)
                .extracting(issue -> issue.code() + " " + issue.found())
                .contains("VALUE_WITHHELD WRITPROG SUPP, 1 times", "VALUE_WITHHELD URN NAT, 1 times")
                .filteredOn(issue -> issue.startsWith("OVERLAY_SCHOOL_UNKNOWN"))
                .hasSize(3);
    }

    @Test
    void hubs_haveNoHostUnlessAnIdSaysSo_andTablesOfAreasAreOnlyCompared() {
        register();
        file(
                "hubs.csv",
                "ab_name_ecf1,appropriate_body_id,hub_region,ab_name_riab\n",
                "Alder Hub (Alder School),aa-1,EE1,Alder Hub\nA Panel,bb-2,,A Panel\n");
        file(
                "rsc.csv",
                "Local Authority,RSC,Region\nHertfordshire,South West,East of England\nKent,South East & South London,South East\n");

        GraphRows rows = build();

        assertThat(node(rows, "hub:aa-1").properties())
                .containsEntry("name", "Alder Hub")
                .containsEntry("hubRegion", "EE1");
        assertThat(issues)
                .extracting(issue -> issue.code().name())
                .containsExactly("HUB_HOST_BY_NAME", "GROUP_OUT_OF_SCOPE", "BUILT_IN_DIFFERS");
        assertThat(said).contains("taken from rsc.csv: nothing; 1 rows say what is built in");
    }

    @Test
    void overlaysWithoutAnySchool_areRefused() {
        file("bodies.csv", BODIES + "group:g,improvement-group,G,,2014-01-01,,,,,S\n");
        assertThatThrownBy(this::build)
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("There are no schools: give a register");
    }

    private void register() {
        file("edubasealldata20250105.csv", REGISTER);
    }

    private GraphRows build() {
        return GraphBuild.build(Sources.recognise(List.of(folder), null).sources(), issues::add, said::add);
    }

    /** The pieces of the text, one after the other. */
    private Path file(String name, String... pieces) {
        try {
            return Files.writeString(folder.resolve(name), String.join("", pieces));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RelationshipRow one(GraphRows rows, String type, String from) {
        return rows.relationships().stream()
                .filter(row -> row.type().equals(type) && row.from().equals(from))
                .findFirst()
                .orElseThrow();
    }
}
