package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.Ref;

class SchoolEventsTest {
    private static final Ref GREENWICH = new Ref("la:203", "Greenwich", "LocalAuthority");
    private static final Ref BEDFORDSHIRE = new Ref("la:820", "Bedfordshire", "LocalAuthority");
    private static final Ref CENTRAL = new Ref("la:823", "Central Bedfordshire", "LocalAuthority");
    private static final Ref HARBOUR = new Ref("trust:1", "Harbour Learning Trust", "MultiAcademyTrust");
    private static final Ref RIVERSIDE = new Ref("trust:2", "Riverside Trust", "MultiAcademyTrust");
    private static final Ref ALFEGE = new Ref("trust:3", "Saint Alfege Academy Trust", "SingleAcademyTrust");
    private static final Ref UNKNOWN = new Ref("trust:unknown", "Trust not known", "UnknownTrust");
    private static final Ref HILLS = new Ref("federation:4", "The Hills Federation", "Federation");
    private static final Ref GUILD = new Ref("sponsor:5", "The Harbour Guild", "Sponsor");

    @Test
    void aConversionIsToldOnceOfTheNewUrn() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, "2012-09-01"), school(2, "academy", "2012-09-01", null)),
                List.of(governed(1, GREENWICH, null, "2012-09-01"), governed(2, HARBOUR, "2012-09-01", null)),
                List.of(plain(1, 2)));
        assertThat(told(histories)).containsExactly("2012-09-01 converted 2 from 1 la:203 > trust:1");
    }

    @Test
    void aTransferUnderTheSameUrnIsNoOpening() {
        Histories histories = new Histories(
                List.of(school(2, "academy", "2012-09-01", null)),
                List.of(governed(2, ALFEGE, "2012-09-01", "2016-01-01"), governed(2, RIVERSIDE, "2016-01-01", null)),
                List.of());
        assertThat(told(histories))
                .containsExactly("2012-09-01 opened 2  > trust:3", "2016-01-01 transferred 2 trust:3 > trust:2");
    }

    @Test
    void aTransferWithANewUrnIsATransfer() {
        Histories histories = new Histories(
                List.of(school(2, "academy", null, "2016-01-01"), school(3, "academy", "2016-01-01", null)),
                List.of(governed(2, HARBOUR, null, "2016-01-01"), governed(3, RIVERSIDE, "2016-01-01", null)),
                List.of(plain(2, 3)));
        assertThat(told(histories)).containsExactly("2016-01-01 transferred 3 from 2 trust:1 > trust:2");
    }

    @Test
    void aNewUrnInTheSameTrustIsASuccessionAlone() {
        Histories histories = new Histories(
                List.of(school(2, "academy", null, "2016-01-01"), school(3, "academy", "2016-01-01", null)),
                List.of(governed(2, HARBOUR, null, "2016-01-01"), governed(3, HARBOUR, "2016-01-01", null)),
                List.of(plain(2, 3)));
        assertThat(told(histories)).containsExactly("2016-01-01 succeeded 3 from 2 trust:1 > trust:1");
    }

    @Test
    void aTimeOfWhichNothingIsKnownBetweenTwoTrustsIsOneTransferWithinBounds() {
        Histories histories = new Histories(
                List.of(school(2, "academy", null, null)),
                List.of(
                        governed(2, HARBOUR, null, "2017-08-31"),
                        governed(2, UNKNOWN, "2017-08-31", "2017-10-01"),
                        governed(2, RIVERSIDE, "2017-10-01", null)),
                List.of());
        assertThat(told(histories)).containsExactly("2017-10-01 transferred 2 trust:1 > trust:2");
        assertThat(SchoolEvents.of(histories).get(0).observedAfter()).isEqualTo("2017-08-31");
    }

    @Test
    void aHoleBeforeANewUrnIsPassedOverToo() {
        Histories histories = new Histories(
                List.of(school(2, "academy", null, "2017-09-01"), school(3, "academy", "2017-09-01", null)),
                List.of(
                        governed(2, HARBOUR, null, "2017-08-31"),
                        governed(2, UNKNOWN, "2017-08-31", "2017-09-01"),
                        governed(3, RIVERSIDE, "2017-09-01", null)),
                List.of(plain(2, 3)));
        assertThat(told(histories)).containsExactly("2017-09-01 transferred 3 from 2 trust:1 > trust:2");
    }

    @Test
    void aTrustThatIsFirstNotKnownIsJoinedAndOneThatIsLostIsLeft() {
        Histories histories = new Histories(
                List.of(school(2, "free-school", "2013-09-01", null)),
                List.of(
                        governed(2, UNKNOWN, "2013-09-01", "2014-09-01"),
                        governed(2, HARBOUR, "2014-09-01", "2020-01-01"),
                        governed(2, UNKNOWN, "2020-01-01", null)),
                List.of());
        assertThat(told(histories))
                .containsExactly(
                        "2013-09-01 opened 2  > trust:unknown",
                        "2014-09-01 joined 2 trust:unknown > trust:1",
                        "2020-01-01 left 2 trust:1 > trust:unknown");
    }

    @Test
    void aSchoolThatConvertedIntoATrustNobodyNamesJoinsTheOneThatIsNamedLater() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, "2011-07-01"), school(2, "academy", "2011-07-01", null)),
                List.of(
                        governed(1, GREENWICH, null, "2011-07-01"),
                        governed(2, UNKNOWN, "2011-07-01", "2016-08-01"),
                        governed(2, HARBOUR, "2016-08-01", null)),
                List.of(plain(1, 2)));
        assertThat(told(histories))
                .containsExactly(
                        "2011-07-01 converted 2 from 1 la:203 > trust:unknown",
                        "2016-08-01 joined 2 trust:unknown > trust:1");
    }

    @Test
    void aHoleAcrossTwoUrnsIsOneTransferOnTheDayOfTheNewTrust() {
        Histories histories = new Histories(
                List.of(school(2, "academy", null, "2017-09-01"), school(3, "academy", "2017-09-01", null)),
                List.of(
                        governed(2, HARBOUR, null, "2017-05-01"),
                        governed(2, UNKNOWN, "2017-05-01", "2017-09-01"),
                        governed(3, UNKNOWN, "2017-09-01", "2018-01-01"),
                        governed(3, RIVERSIDE, "2018-01-01", null)),
                List.of(plain(2, 3)));
        assertThat(told(histories))
                .containsExactly(
                        "2017-09-01 succeeded 3 from 2 trust:1 > trust:unknown",
                        "2018-01-01 transferred 3 trust:1 > trust:2");
        assertThat(SchoolEvents.of(histories).get(1).observedAfter()).isEqualTo("2017-05-01");
    }

    @Test
    void oneCompanyUnderTwoGroupNumbersIsNoTransfer() {
        Spell single =
                new Spell(2, "GOVERNED_BY", ALFEGE, "07000001", null, null, null, null, day("2016-01-01"), null, null);
        Spell multi = new Spell(
                2, "GOVERNED_BY", RIVERSIDE, "07000001", null, null, null, day("2016-01-01"), null, null, null);
        Histories histories =
                new Histories(List.of(school(2, "academy", null, null)), List.of(single, multi), List.of());
        assertThat(told(histories)).containsExactly("2016-01-01 trust-registered-anew 2 trust:3 > trust:2");
    }

    @Test
    void reorganisedAuthoritiesAreToldOnceAndOnlyOfOpenSchools() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, null), school(2, "la-maintained", null, "1996-04-01")),
                List.of(
                        governed(1, BEDFORDSHIRE, null, "2009-04-01"),
                        governed(1, CENTRAL, "2009-04-01", null),
                        in(1, BEDFORDSHIRE, null, "2009-04-01"),
                        in(1, CENTRAL, "2009-04-01", null),
                        in(2, BEDFORDSHIRE, null, "2009-04-01"),
                        in(2, CENTRAL, "2009-04-01", null)),
                List.of());
        assertThat(told(histories))
                .containsExactly("1996-04-01 closed 2  > ", "2009-04-01 authority-changed 1 la:820 > la:823");
    }

    @Test
    void federationsAreJoinedAndLeft() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, null)),
                List.of(governed(1, GREENWICH, null, null), spell(1, "MEMBER_OF", HILLS, "2010-09-01", "2015-09-01")),
                List.of());
        assertThat(told(histories))
                .containsExactly(
                        "2010-09-01 federation-joined 1  > federation:4",
                        "2015-09-01 federation-left 1 federation:4 > ");
    }

    @Test
    void aSponsorThatCameWithTheSchoolIsNoChange() {
        Histories histories = new Histories(
                List.of(school(2, "academy", "2012-09-01", null)),
                List.of(
                        governed(2, HARBOUR, "2012-09-01", null),
                        spell(2, "SPONSORED_BY", GUILD, "2012-09-01", "2018-01-01")),
                List.of());
        assertThat(told(histories))
                .containsExactly("2012-09-01 opened 2  > trust:1", "2018-01-01 sponsor-changed 2 sponsor:5 > ");
    }

    @Test
    void severalSchoolsIntoOneAreAMergerEvenIfTheRegisterCallsThemPlain() {
        Histories histories = new Histories(
                List.of(
                        school(1, "la-maintained", null, "1994-09-01"),
                        school(2, "la-maintained", null, "1994-09-01"),
                        school(3, "la-maintained", "1994-09-01", null)),
                List.of(governed(3, GREENWICH, "1994-09-01", null)),
                List.of(plain(1, 3), plain(2, 3)));
        assertThat(told(histories))
                .containsExactly(
                        "1994-09-01 closed 1  > ",
                        "1994-09-01 closed 2  > ",
                        "1994-09-01 opened 3  > la:203",
                        "1994-09-01 merged 3 from 1  > ",
                        "1994-09-01 merged 3 from 2  > ");
    }

    @Test
    void whatNeverOpenedHasNoEvents() {
        SchoolLife planned = new SchoolLife(9, "Planned", "academy", day("2030-09-01"), null, true, false);
        assertThat(SchoolEvents.of(new Histories(List.of(planned), List.of(), List.of())))
                .isEmpty();
    }

    static List<String> told(Histories histories) {
        return SchoolEvents.of(histories).stream()
                .map(event -> event.date() + " " + event.kind().word() + " " + event.urn()
                        + (event.otherUrn() == null ? "" : " from " + event.otherUrn()) + " " + id(event.from()) + " > "
                        + id(event.to()))
                .toList();
    }

    private static String id(@Nullable Ref ref) {
        return ref == null ? "" : ref.id();
    }

    static SchoolLife school(long urn, String group, @Nullable String from, @Nullable String to) {
        return new SchoolLife(urn, "School " + urn, group, day(from), day(to), from != null, true);
    }

    static Spell governed(long urn, Ref body, @Nullable String from, @Nullable String to) {
        return spell(urn, "GOVERNED_BY", body, from, to);
    }

    private static Spell in(long urn, Ref area, @Nullable String from, @Nullable String to) {
        return spell(urn, "IN_AREA", area, from, to);
    }

    static Spell spell(long urn, String relation, Ref body, @Nullable String from, @Nullable String to) {
        return new Spell(urn, relation, body, null, null, null, null, day(from), day(to), null, null);
    }

    static Succession plain(long from, long to) {
        return new Succession(from, "School " + from, to, "School " + to, null, "plain", "Successor");
    }

    static @Nullable LocalDate day(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
