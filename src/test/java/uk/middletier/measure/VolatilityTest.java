package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.CLOSE;
import static uk.middletier.measure.AreaExample.sketch;

import org.junit.jupiter.api.Test;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.MadeTimeline;

final class VolatilityTest {
    private static final String DAY = "2020-01-01";

    /** Of four schools of the authority, with 100, 100, 100 and 300 pupils, two convert on 1 June 2019, another closes. */
    @Test
    void volatilityIsHalfOfAllThatSharesChangedByInAYear() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, "2019-09-01")
                .under("la:1")
                .school(3, SchoolGroup.ACADEMY, "la:1", null, null)
                .governed(3, "la:1", null, "2019-06-01")
                .governed(3, "sat:1", "2019-06-01", null)
                .school(4, SchoolGroup.ACADEMY, "la:1", null, null)
                .pupils(300)
                .governed(4, "la:1", null, "2019-06-01")
                .governed(4, "mat:1", "2019-06-01", null));
        assertThat(town.value("volatility", "la:1", "2019-05-31")).isZero();
        assertThat(town.value("volatility", "la:1", "2019-06-01")).isCloseTo(.5, CLOSE); // ½ (½ + ¼ + ¼)
        assertThat(town.byPupils().value("volatility", "la:1", "2019-06-01"))
                .isCloseTo(2 / 3., CLOSE); // ½ (|2/6 − 1| + 1/6 + 3/6)
        assertThat(town.value("volatility", "la:1", DAY)).isCloseTo(2 / 3., CLOSE); // ½ (|⅓ − 1| + ⅓ + ⅓)
        // The day the conversions are a year old, all there is left to see is the closure: ¼ → ⅓ twice, ½ → ⅓.
        assertThat(town.value("volatility", "la:1", "2020-06-01")).isCloseTo(1 / 6., CLOSE);
        assertThat(town.value("volatility", "la:1", "2020-09-01")).isZero();
    }

    @Test
    void volatilityIsWhole_ifEverySchoolChangedHands_andUndefinedIfThereWasNone() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", "2018-02-28", null)
                .governed(1, "sat:1", "2018-02-28", "2019-12-01")
                .governed(1, "mat:1", "2019-12-01", null));
        assertThat(town.value("volatility", "la:1", "2019-02-27")).isNaN();
        assertThat(town.value("volatility", "la:1", "2019-02-28")).isZero();
        assertThat(town.value("volatility", "la:1", DAY)).isOne();
        // A year before 29 February is 28 February.
        assertThat(town.value("volatility", "la:1", "2020-02-29")).isOne();
    }

    @Test
    void yearBeforeTheLeapDay_isTheDayBeforeMarch() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", "2019-02-28", null)
                .under("sat:1"));
        assertThat(town.value("volatility", "la:1", "2020-02-27")).isNaN();
        assertThat(town.value("volatility", "la:1", "2020-02-29")).isZero();
    }

    /** Each of nine schools closes for another: ½ · 18 · ⅑, which adds up to a little more than one. */
    @Test
    void volatilityDoesNotPassOne() {
        MadeTimeline sketch = sketch();
        for (int urn = 1; urn <= 9; urn++) {
            sketch.school(urn, SchoolGroup.ACADEMY, "la:1", null, "2019-09-01")
                    .under("unknown")
                    .school(urn + 10, SchoolGroup.ACADEMY, "la:1", "2019-09-01", null)
                    .under("unknown");
        }
        assertThat(AreaExample.of(sketch).value("volatility", "la:1", DAY)).isEqualTo(1.0);
    }
}
