package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.model.SchoolGroup;

class TieSpellsTest {
    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    private static int day(String iso) {
        return Days.of(LocalDate.parse(iso));
    }

    @Test
    void spellsThatTouchAreOne_andThoseOutsideTheTimeAreLeftOut() {
        Timeline timeline = new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .school(1, SchoolGroup.ACADEMY, "la:1", "2010-01-01", null)
                .governed(1, "trust:1", "2010-01-01", "2012-01-01")
                .governed(1, "trust:1", "2012-01-01", "2014-01-01")
                .governed(1, "trust:1", "2016-01-01", null)
                .make();
        int trust = timeline.tier().get("trust:1");

        assertThat(TieSpells.of(timeline, ALL, school -> true, null, day("2011-01-01"), day("2020-01-01"))
                        .ties())
                .containsExactly(
                        new TieSpells.Tie(Layer.GOVERNANCE, trust, 0, day("2010-01-01"), day("2014-01-01")),
                        new TieSpells.Tie(Layer.GOVERNANCE, trust, 0, day("2016-01-01"), Days.NEVER));
        assertThat(TieSpells.of(timeline, ALL, school -> true, null, day("2014-01-01"), day("2015-12-31"))
                        .ties())
                .isEmpty();
        assertThat(TieSpells.of(timeline, ALL, school -> false, null, day("2011-01-01"), day("2020-01-01"))
                        .presences())
                .isEmpty();
    }

    @Test
    void inAnAreaOnlyWhileTheSchoolLiesThere() {
        Timeline timeline = new MadeTimeline()
                .area(AreaKind.REGION, "region:1")
                .former(AreaKind.LOCAL_AUTHORITY, "la:1", "2009-04-01", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .school(1, "2000-01-01", null)
                .under("trust:1")
                .in(1, "la:1", null, "2009-04-01")
                .in(1, "la:2", "2009-04-01", null)
                .make();

        assertThat(TieSpells.of(timeline, ALL, school -> true, timeline.tier().get("la:2"), Days.ALWAYS, Days.NEVER - 1)
                        .presences())
                .containsExactly(new TieSpells.Presence(0, day("2009-04-01"), Days.NEVER));
        // The region stayed what it was.
        assertThat(TieSpells.of(
                                timeline,
                                ALL,
                                school -> true,
                                timeline.tier().get("region:1"),
                                Days.ALWAYS,
                                Days.NEVER - 1)
                        .ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.from()).isEqualTo(day("2000-01-01")));
    }

    @Test
    void onADay_theyAreTheTiesOfThatDay() {
        long seed = 5;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        MadeTimeline made = new MadeTimeline()
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:2")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.IMPROVEMENT_GROUP, "group:1");
        for (int urn = 1; urn <= 30; urn++) {
            made.school(urn, date(random, 0), random.nextBoolean() ? date(random, 12) : null);
        }
        for (int i = 0; i < 80; i++) {
            int urn = 1 + random.nextInt(30);
            String from = date(random, 0);
            String to = random.nextBoolean() ? null : date(random, 10);
            switch (random.nextInt(4)) {
                case 0 -> made.governed(urn, "trust:" + (1 + random.nextInt(2)), from, to);
                case 1 -> made.member(urn, "federation:1", from, to);
                case 2 -> made.member(urn, "group:1", from, to);
                default -> made.support(urn, 1 + random.nextInt(30), null, null, from, to);
            }
        }
        Timeline timeline = made.make();
        for (int i = 0; i < 40; i++) {
            int day = day("2000-01-01") + random.nextInt(365 * 24);
            Ties expected = Ties.on(timeline, day, ALL, school -> school % 7 != 0);
            TieSpells found = TieSpells.of(timeline, ALL, school -> school % 7 != 0, null, day, day);
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < expected.size(); row++) {
                rows.add(expected.layer(row) + " " + expected.unit(row) + " " + expected.school(row));
            }
            assertThat(found.ties())
                    .extracting(tie -> tie.layer() + " " + tie.unit() + " " + tie.school())
                    .containsExactlyElementsOf(rows);
            assertThat(found.helps())
                    .extracting(help -> help.supporter() + " " + help.supported())
                    .containsExactlyInAnyOrderElementsOf(expected.supports().stream()
                            .map(support -> support.supporter() + " " + support.supported())
                            .distinct()
                            .toList());
        }
    }

    private static @Nullable String date(Random random, int years) {
        return LocalDate.of(2000 + years, 1, 1)
                .plusDays(random.nextInt(365 * 12))
                .toString();
    }
}
