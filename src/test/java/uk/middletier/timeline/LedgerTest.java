package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;

class LedgerTest {
    private static final String KENT = "la:886";
    private static final String MEDWAY = "la:887";
    private static final String SOUTH_EAST = "region:E12000008";
    private static final String FEDERATION = "federation:1";
    private static final String SINGLE = "trust:1";
    private static final String SINGLE_ANEW = "trust:2";
    private static final String MULTI = "trust:3";
    private static final String OTHER = "trust:4";

    private static MadeTimeline county() {
        return new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, KENT, SOUTH_EAST)
                .area(AreaKind.LOCAL_AUTHORITY, MEDWAY, SOUTH_EAST)
                .area(AreaKind.REGION, SOUTH_EAST)
                .body(BodyKind.FEDERATION, FEDERATION)
                .body(BodyKind.SINGLE_ACADEMY_TRUST, SINGLE, "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, SINGLE_ANEW, "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, MULTI, "03")
                .body(BodyKind.MULTI_ACADEMY_TRUST, OTHER, "04");
    }

    @Test
    void aConversionIsAlsoTheOpeningOfItsTrust() {
        Timeline timeline = county().school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2012-09-01")
                .governed(1, KENT, null, "2012-09-01")
                .school(2, SchoolGroup.ACADEMY, KENT, "2012-09-01", null)
                .lineage(1)
                .governed(2, SINGLE, "2012-09-01", null)
                .succeeded(1, 2)
                .make();
        assertThat(told(timeline))
                .containsExactly(
                        "2012-09-01/converted/2/1 la:886 > trust:1 in la:886",
                        "2012-09-01/trust-opened/trust:1  > trust:1 in la:886");
        LedgerEntry conversion = timeline.ledger().get(0);
        assertThat(conversion.school()).isEqualTo(new Ref("school:2", "School 2", "School"));
        assertThat(conversion.lineage()).isEqualTo(1);
    }

    @Test
    void anotherGroupRecordOfTheSameCompanyIsNoOtherTrust() {
        Timeline timeline = county().school(2, SchoolGroup.ACADEMY, KENT, "2012-09-01", "2020-01-01")
                .governed(2, SINGLE, "2012-09-01", "2016-01-01")
                .governed(2, SINGLE_ANEW, "2016-01-01", "2020-01-01")
                .make();
        assertThat(kinds(timeline))
                .containsExactly("opened", "trust-opened", "trust-registered-anew", "closed", "trust-closed");
    }

    @Test
    void aTrustWhoseSchoolsAllGoToOneOtherWithinAQuarterHasMerged() {
        Timeline timeline = county().school(2, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(2, MULTI, null, "2019-09-01")
                .governed(2, OTHER, "2019-09-01", null)
                .school(3, SchoolGroup.ACADEMY, MEDWAY, null, null)
                .governed(3, MULTI, null, "2019-11-30")
                .governed(3, OTHER, "2019-11-30", null)
                .school(4, SchoolGroup.ACADEMY, MEDWAY, null, "2018-01-01")
                .governed(4, MULTI, null, "2018-01-01")
                .make();
        assertThat(told(timeline))
                .contains(
                        "2019-11-30/trust-closed/trust:3 trust:3 >  in la:887",
                        "2019-11-30/trust-merged/trust:3 trust:3 > trust:4 in la:887");
        LedgerEntry merger = timeline.ledger().get(timeline.ledger().size() - 1);
        assertThat(merger.schools()).isEqualTo(2);
    }

    @Test
    void aTrustWhoseSchoolsGoApartOrCloseHasNot() {
        Timeline apart = county().school(2, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(2, MULTI, null, "2019-09-01")
                .governed(2, OTHER, "2019-09-01", null)
                .school(3, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(3, MULTI, null, "2019-09-01")
                .governed(3, SINGLE, "2019-09-01", null)
                .make();
        Timeline closing = county().school(2, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(2, MULTI, null, "2019-09-01")
                .governed(2, OTHER, "2019-09-01", null)
                .school(3, SchoolGroup.ACADEMY, KENT, null, "2019-09-01")
                .governed(3, MULTI, null, "2019-09-01")
                .make();
        assertThat(kinds(apart)).contains("trust-closed").doesNotContain("trust-merged");
        assertThat(kinds(closing)).contains("trust-closed").doesNotContain("trust-merged");
    }

    @Test
    void aFederationIsFormedWithItsFirstSchoolAndDissolvedWithItsLast() {
        Timeline timeline = county().school(2, SchoolGroup.LA_MAINTAINED, KENT, null, null)
                .governed(2, KENT, null, null)
                .member(2, FEDERATION, "2010-09-01", "2012-09-01")
                .school(3, SchoolGroup.LA_MAINTAINED, MEDWAY, null, "2015-01-01")
                .governed(3, MEDWAY, null, "2015-01-01")
                .member(3, FEDERATION, "2011-09-01", null)
                .make();
        assertThat(told(timeline))
                .contains(
                        "2010-09-01/federation-formed/federation:1  > federation:1 in la:886",
                        "2015-01-01/federation-dissolved/federation:1 federation:1 >  in la:887");
    }

    @Test
    void whatTheFirstSnapshotShowsBeganBeforeTheRecord() {
        Timeline shown = county().school(2, SchoolGroup.LA_MAINTAINED, KENT, null, null)
                .governed(2, KENT, null, null)
                .seen(2, FEDERATION, "2022-03-31", null)
                .make();
        Timeline appeared = county().school(2, SchoolGroup.LA_MAINTAINED, KENT, null, null)
                .governed(2, KENT, null, null)
                .seen(2, FEDERATION, "2024-10-28", "2022-03-31")
                .make();
        assertThat(kinds(shown)).isEmpty();
        assertThat(kinds(appeared)).containsExactly("federation-joined", "federation-formed");
        assertThat(appeared.ledger().get(1).observedAfter()).isEqualTo("2022-03-31");
    }

    @Test
    void namesAreToldOfSchoolsAndOfBodies() {
        Timeline timeline = county().school(2, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(2, MULTI, null, null)
                .renamed("school:2", 2L, "Old School", "School 2", "2022-03-31")
                .renamed(MULTI, null, "Old Trust", "New Trust", "2022-03-31")
                .make();
        Ledger ledger = timeline.ledger();
        assertThat(told(timeline))
                .containsExactly(
                        "2022-03-31/renamed/2  >  in la:886", "2022-03-31/renamed/trust:3  > trust:3 in la:886");
        assertThat(ledger.get(0).formerName()).isEqualTo("Old School");
        assertThat(ledger.get(1).to()).isEqualTo(new Ref(MULTI, "New Trust", "MultiAcademyTrust"));
    }

    @Test
    void aSchoolThatClosedAsItsAuthorityEndedLayThereOnItsLastDay() {
        Timeline timeline = county().area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, "2009-04-01")
                .governed(2, "la:1", null, "2009-04-01")
                .make();
        assertThat(told(timeline)).containsExactly("2009-04-01/closed/2 la:1 >  in la:1");
    }

    @Test
    void entriesAreChosenByDayKindPlaceBodyAndSchool() {
        Timeline timeline = county().school(2, SchoolGroup.ACADEMY, KENT, "2012-09-01", null)
                .governed(2, MULTI, "2012-09-01", "2016-01-01")
                .governed(2, OTHER, "2016-01-01", null)
                .school(3, SchoolGroup.OTHER, MEDWAY, "2012-09-01", "2016-01-01")
                .make();
        assertThat(chosen(timeline, "2012-09-01", "2012-09-01", null, null, true))
                .containsExactly("opened/2", "trust-opened/trust:3");
        assertThat(chosen(timeline, "2012-09-02", "2024-01-01", null, null, true))
                .containsExactly(
                        "transferred/2", "trust-opened/trust:4", "trust-closed/trust:3", "trust-merged/trust:3");
        assertThat(chosen(timeline, "2000-01-01", "2024-01-01", MEDWAY, null, true))
                .isEmpty();
        assertThat(chosen(timeline, "2000-01-01", "2024-01-01", MEDWAY, null, null))
                .containsExactly("opened/3", "closed/3");
        assertThat(chosen(timeline, "2000-01-01", "2024-01-01", SOUTH_EAST, null, false))
                .containsExactly("opened/3", "closed/3");
        assertThat(chosen(timeline, "2000-01-01", "2024-01-01", KENT, OTHER, true))
                .containsExactly("transferred/2", "trust-opened/trust:4", "trust-merged/trust:3");
        assertThat(timeline.ledger()
                        .select(new LedgerFilter(
                                LocalDate.parse("2000-01-01"),
                                LocalDate.parse("2024-01-01"),
                                Set.of(EventKind.CLOSED),
                                null,
                                null,
                                new Filter(List.of("Secondary"), Scope.STATE_FUNDED),
                                null)))
                .isEmpty();
    }

    @Test
    void theLedgerIsMadeOnce() {
        Timeline timeline = county().make();
        List<Ledger> made = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> timeline.ledger())
                .toList();
        assertThat(made).allMatch(ledger -> ledger == made.get(0));
        assertThat(made.get(0).size()).isZero();
        assertThat(made.get(0).firstFrom(LocalDate.parse("2020-01-01"))).isZero();
    }

    private static List<String> chosen(
            Timeline timeline,
            String from,
            String to,
            @Nullable String area,
            @Nullable String body,
            @Nullable Boolean stateFunded) {
        Ledger ledger = timeline.ledger();
        int[] found = ledger.select(new LedgerFilter(
                LocalDate.parse(from), LocalDate.parse(to), Set.of(), area, body, Filter.NONE, stateFunded));
        return Arrays.stream(found)
                .mapToObj(entry -> ledger.get(entry).id())
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
    }

    private static List<String> kinds(Timeline timeline) {
        return entries(timeline).stream().map(entry -> entry.kind().word()).toList();
    }

    private static List<String> told(Timeline timeline) {
        return entries(timeline).stream()
                .map(entry -> entry.id() + " " + id(entry.from()) + " > " + id(entry.to()) + " in " + id(entry.area()))
                .toList();
    }

    private static List<LedgerEntry> entries(Timeline timeline) {
        Ledger ledger = timeline.ledger();
        return IntStream.range(0, ledger.size()).mapToObj(ledger::get).collect(Collectors.toList());
    }

    private static String id(@Nullable Ref ref) {
        return ref == null ? "" : ref.id();
    }
}
