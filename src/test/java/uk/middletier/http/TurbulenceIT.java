package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.measure.TurbulenceCheck;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;

/** How fast the town changed. */
@ExtendWith(TownServer.Extension.class)
class TurbulenceIT {
    private final TownServer server;

    TurbulenceIT(TownServer server) {
        this.server = server;
    }

    @Test
    void aRowCountsWhatHappenedInAnArea() {
        String body = server.json("/v1/turbulence?from=2012-01-01&to=2017-01-01");
        assertThatJson(body).inPath("$.data.rows[*].area.id").isArray().containsExactly("la:823", "la:203", "la:660");
        assertThatJson(body)
                .inPath("$.data.rows[1]")
                .isObject()
                .containsEntry("from", "2012-01-01")
                .containsEntry("to", "2017-01-01")
                .containsEntry("openings", java.math.BigDecimal.valueOf(3))
                .containsEntry("closures", java.math.BigDecimal.valueOf(0))
                .containsEntry("conversions", java.math.BigDecimal.valueOf(1))
                .containsEntry("joins", java.math.BigDecimal.valueOf(1))
                .containsEntry("transfers", java.math.BigDecimal.valueOf(1))
                .containsEntry("transfersBetweenTrusts", java.math.BigDecimal.valueOf(0))
                .containsEntry("mergers", java.math.BigDecimal.valueOf(1))
                .containsEntry("trustsOpened", java.math.BigDecimal.valueOf(2))
                .containsEntry("trustsClosed", java.math.BigDecimal.valueOf(1));
        assertThatJson(body).inPath("$.data.total.closures").isEqualTo(2);
    }

    @Test
    void periodsAndPlacesAreChosen() {
        assertThatJson(server.json(
                        "/v1/turbulence?from=2012-01-01&to=2015-06-01&by=region&area=203&step=year&scope=trust-run"))
                .inPath("$.data.rows[*].to")
                .isArray()
                .containsExactly("2013-01-01", "2014-01-01", "2015-01-01", "2015-06-01");
        assertThatJson(server.json("/v1/turbulence"))
                .inPath("$.meta.parameters")
                .isEqualTo(
                        "{\"from\":\"2023-10-28\",\"to\":\"2024-10-28\",\"by\":\"local-authority\",\"scope\":\"state-funded\"}");
        assertThat(server.get("/v1/turbulence?from=2020-01-01&to=2019-01-01").statusCode())
                .isEqualTo(400);
        assertThat(server.get("/v1/turbulence?step=week").statusCode()).isEqualTo(400);
        assertThatJson(server.json("/v1/turbulence?from=2012-01-01&to=2012-01-01"))
                .inPath("$.data.total.openingsPer1000SchoolYears")
                .isNull();
    }

    @Test
    void theGraphCountsTheSame() {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            TurbulenceCheck check = new TurbulenceCheck(release.store(), release.timeline());
            LocalDate from = LocalDate.parse("1995-06-15");
            LocalDate to = LocalDate.parse("2024-10-28");
            for (AreaKind by : AreaKind.values()) {
                check.compare(by, null, Filter.NONE, from, to);
            }
            check.compareUnknown(AreaKind.LOCAL_AUTHORITY, from, to);
            check.compare(
                    AreaKind.LOCAL_AUTHORITY,
                    null,
                    new Filter(List.of("Primary"), Scope.MAINSTREAM),
                    LocalDate.parse("2010-01-01"),
                    to);
            check.compare(
                    AreaKind.COUNTRY,
                    new AreaFilter(AreaKind.REGION, "region:E12000007"),
                    new Filter(List.of(), Scope.TRUST_RUN),
                    from,
                    LocalDate.parse("2014-10-01"));
            check.compare(AreaKind.REGION, new AreaFilter(AreaKind.LOCAL_AUTHORITY, "la:823"), Filter.NONE, from, to);
            assertThat(check.differences()).isEmpty();
        }
    }
}
