package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.timeline.SchoolEventsTest.governed;
import static uk.middletier.timeline.SchoolEventsTest.plain;
import static uk.middletier.timeline.SchoolEventsTest.school;
import static uk.middletier.timeline.SchoolEventsTest.spell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.Ref;

class BodyGrowthTest {
    private static final Ref GREENWICH = new Ref("la:203", "Greenwich", "LocalAuthority");
    private static final Ref HARBOUR = new Ref("trust:1", "Harbour Learning Trust", "MultiAcademyTrust");
    private static final Ref RIVERSIDE = new Ref("trust:2", "Riverside Trust", "MultiAcademyTrust");
    private static final Ref HILLS = new Ref("federation:4", "The Hills Federation", "Federation");

    /** A maintained school converts into Harbour, another moves there from Riverside, a third closes. */
    private static final Histories HISTORIES = new Histories(
            List.of(
                    school(1, "la-maintained", null, "2012-09-01"),
                    school(2, "academy", "2012-09-01", null),
                    school(3, "academy", "2011-01-01", null),
                    school(4, "free-school", "2013-09-01", "2019-09-01")),
            List.of(
                    governed(1, GREENWICH, null, "2012-09-01"),
                    governed(2, HARBOUR, "2012-09-01", null),
                    governed(3, RIVERSIDE, "2011-01-01", "2015-01-01"),
                    governed(3, HARBOUR, "2015-01-01", null),
                    governed(4, HARBOUR, "2013-09-01", "2019-09-01")),
            List.of(plain(1, 2)));

    @Test
    void aBodyGrowsByConversionOpeningAndTransferAndShrinksByClosure() {
        assertThat(told("trust:1", HISTORIES))
                .containsExactly(
                        "2012-09-01 converted-in 2 1",
                        "2013-09-01 opened 4 2",
                        "2015-01-01 transferred-in 3 3",
                        "2019-09-01 closed 4 2");
    }

    @Test
    void theOtherSideTellsTheSame() {
        assertThat(told("la:203", HISTORIES)).containsExactly("2012-09-01 converted-out 1 0");
        assertThat(told("trust:2", HISTORIES))
                .containsExactly("2011-01-01 opened 3 1", "2015-01-01 transferred-out 3 0");
    }

    @Test
    void aMemberSaysHowItCameAndWent() {
        assertThat(BodyGrowth.members("trust:1", HISTORIES))
                .extracting(member -> member.school().urn() + " " + word(member.came()) + " " + word(member.went()))
                .containsExactly("2 converted-in null", "3 transferred-in null", "4 opened closed");
        assertThat(BodyGrowth.members("la:203", HISTORIES)).singleElement().satisfies(member -> {
            assertThat(member.came()).isNull();
            assertThat(member.went()).isNotNull().extracting(BodyChange::other).isEqualTo(HARBOUR);
        });
    }

    @Test
    void aSchoolThatWasInATrustNobodyNamesConvertedThereAndJoinedLater() {
        Ref unknown = new Ref("trust:unknown", "Trust not known", "UnknownTrust");
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, "2011-07-01"), school(2, "academy", "2011-07-01", null)),
                List.of(
                        governed(1, GREENWICH, null, "2011-07-01"),
                        governed(2, unknown, "2011-07-01", "2016-08-01"),
                        governed(2, HARBOUR, "2016-08-01", null)),
                List.of(plain(1, 2)));
        assertThat(told("la:203", histories)).containsExactly("2011-07-01 converted-out 1 0");
        assertThat(told("trust:unknown", histories))
                .containsExactly("2011-07-01 converted-in 2 1", "2016-08-01 left 2 0");
        assertThat(told("trust:1", histories)).containsExactly("2016-08-01 joined 2 1");
        assertThat(BodyGrowth.of("la:203", histories))
                .extracting(BodyChange::other)
                .containsExactly(unknown);
    }

    @Test
    void aNewUrnInTheSameBodyIsNoChange() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, "2000-09-01"), school(2, "la-maintained", "2000-09-01", null)),
                List.of(governed(1, GREENWICH, null, "2000-09-01"), governed(2, GREENWICH, "2000-09-01", null)),
                List.of(plain(1, 2)));
        assertThat(told("la:203", histories)).isEmpty();
    }

    @Test
    void membersOfAFederationComeAndGo() {
        Histories histories = new Histories(
                List.of(school(1, "la-maintained", null, null), school(2, "la-maintained", null, null)),
                List.of(
                        spell(1, "MEMBER_OF", HILLS, "2010-09-01", "2015-09-01"),
                        spell(2, "MEMBER_OF", HILLS, "2010-09-01", null)),
                List.of());
        assertThat(told("federation:4", histories))
                .containsExactly("2010-09-01 joined 1 2", "2010-09-01 joined 2 2", "2015-09-01 left 1 1");
    }

    private static String word(@Nullable BodyChange change) {
        return change == null ? "null" : change.kind().word();
    }

    private static List<String> told(String body, Histories histories) {
        return BodyGrowth.of(body, histories).stream()
                .map(change -> change.date() + " " + change.kind().word() + " " + change.urn() + " " + change.schools())
                .toList();
    }
}
