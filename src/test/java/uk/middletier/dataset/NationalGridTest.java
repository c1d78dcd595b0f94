package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.model.GeoPoint;

/**
 * Against the Ordnance Survey's own test points for OSTN15 (developer pack, OSTN15_OSGM15_TestInput_ETRStoOSGB.txt and
 * its output) and the worked example of "Transformations and OSGM15 user guide", annexe A (Caister water tower). Contains
 * OS data © Crown copyright and database right 2016.
 */
class NationalGridTest {
    private static final double METRES_PER_DEGREE = 111_200;

    @ParameterizedTest
    @CsvSource({
        "651409.804, 313177.450, 52.658007833,   1.716073973,   Caister water tower",
        " 91492.146,  11318.804, 49.92226393730, -6.29977752014, TP01 St Mary's",
        "362269.991, 169978.690, 51.42754743020, -2.54407618349, TP08 Brislington",
        "530624.974, 178388.464, 51.48936564950, -0.11992557180, TP09 Lambeth",
        "241124.584, 220332.641, 51.85890896400, -4.30852476960, TP10 Carmarthen",
        "331534.564, 431920.794, 53.77911025760, -3.04045490691, TP19 Blackpool Airport",
        "422242.186, 433818.701, 53.80021519630, -1.66379168242, TP20 Pudsey",
        "319188.434, 670947.534, 55.92478265510, -3.29479219337, TP27",
    })
    void publishedPointLiesWithinFiveMetres(double easting, double northing, double latitude, double longitude) {
        GeoPoint point = new NationalGrid().find(easting, northing).orElseThrow();

        double north = (point.latitude() - latitude) * METRES_PER_DEGREE;
        double east = (point.longitude() - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(north, east)).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 181201", "533498, -1", "700000, 181201", "533498, 1300000", "0, 181201"})
    void placeOutsideTheGrid_isNone(double easting, double northing) {
        assertThat(new NationalGrid().find(easting, northing)).isEmpty();
    }
}
