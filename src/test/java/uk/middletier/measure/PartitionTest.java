package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.CLOSE;
import static uk.middletier.measure.AreaExample.sketch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.middletier.model.Partition;
import uk.middletier.model.SchoolGroup;

/** What makes two schools one body's. */
final class PartitionTest {
    private static final String DAY = "2020-01-01";

    /** Two of four maintained schools federate; the academy in their federation stays its trust's. */
    @Test
    void partitionByFederation_makesMaintainedSchoolsOfOneFederationABody() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .member(1, "federation:1", "2019-09-01", null)
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .member(2, "federation:1", "2019-09-01", null)
                .member(2, "alliance:1", null, null)
                .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(5, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("sat:1")
                .member(5, "federation:1", "2019-09-01", null));
        assertThat(town.value("hhi", "la:1", DAY)).isCloseTo(.68, CLOSE); // .8² + .2²
        AreaExample federations = town.partition(Partition.FEDERATION);
        assertThat(federations.value("hhi", "la:1", "2019-08-31")).isCloseTo(.68, CLOSE);
        assertThat(federations.value("bodies", "la:1", DAY)).isEqualTo(3);
        assertThat(federations.value("hhi", "la:1", DAY)).isCloseTo(.36, CLOSE); // .4² + .4² + .2²
        assertThat(federations.value("largestShare", "la:1", DAY)).isCloseTo(.4, CLOSE);
        assertThat(federations.value("volatility", "la:1", DAY)).isCloseTo(.4, CLOSE); // ½ (|.4 − .8| + .4)
        assertThat(town.value("volatility", "la:1", DAY)).isZero();
    }

    /** Two trusts of one sponsor, and a school without; sponsorship of one ends. */
    @Test
    void partitionBySponsor_makesTheTrustsOfOneSponsorABody() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .sponsored(1, "sponsor:1", null, null)
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:2")
                .sponsored(2, "sponsor:1", null, "2020-06-01")
                .school(3, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:2")
                .school(4, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("unknown")
                .sponsored(4, "sponsor:1", null, null));
        assertThat(town.value("bodies", "la:1", DAY)).isEqualTo(3);
        AreaExample sponsors = town.partition(Partition.SPONSOR);
        assertThat(sponsors.value("bodies", "la:1", DAY)).isEqualTo(2);
        assertThat(sponsors.value("hhi", "la:1", DAY)).isCloseTo(.625, CLOSE); // ¾² + ¼²
        assertThat(sponsors.value("hhi", "la:1", "2020-06-01")).isCloseTo(.5, CLOSE); // ½² + ½²
    }

    @ParameterizedTest
    @CsvSource({"DIOCESE, diocese:1", "CONSTITUENCY, constituency:1"})
    void partitionByArea_makesItsSchoolsABody(Partition partition, String area) {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .in(1, area)
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:2")
                .in(2, area)
                .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1"));
        assertThat(town.value("bodies", "la:1", DAY)).isEqualTo(3);
        assertThat(town.partition(partition).value("bodies", "la:1", DAY)).isEqualTo(2);
        assertThat(town.partition(partition).value("largestShare", "la:1", DAY)).isCloseTo(2 / 3., CLOSE);
    }

    /** One sponsor for all: who stands alone and whose trust is elsewhere is asked of trusts all the same. */
    @ParameterizedTest
    @EnumSource
    void whoStandsAloneIsAsked_whateverThePartition(Partition partition) {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                        .under("sat:1")
                        .sponsored(1, "sponsor:1", null, null)
                        .in(1, "diocese:1")
                        .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                        .under("mat:1")
                        .sponsored(2, "sponsor:1", null, null)
                        .in(2, "diocese:1")
                        .school(3, SchoolGroup.ACADEMY, "la:2", null, null)
                        .under("mat:1")
                        .school(4, SchoolGroup.ACADEMY, "la:2", null, null)
                        .under("mat:1"))
                .partition(partition);
        assertThat(town.value("unattachedShare", "la:1", DAY)).isCloseTo(.5, CLOSE);
        assertThat(town.value("disintermediation", "la:1", DAY)).isCloseTo(.5, CLOSE);
        assertThat(town.value("crossBoundaryShare", "la:1", DAY)).isCloseTo(.5, CLOSE);
    }

    @Test
    void whoGovernsIsAsked_whateverThePartition() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .sponsored(1, "sponsor:1", null, null)
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .member(2, "federation:1", null, null));
        for (Partition partition : Partition.values()) {
            assertThat(town.partition(partition).value("matShare", "la:1", DAY)).isCloseTo(.5, CLOSE);
            assertThat(town.partition(partition).value("laMaintained", "la:1", DAY))
                    .isOne();
        }
    }
}
