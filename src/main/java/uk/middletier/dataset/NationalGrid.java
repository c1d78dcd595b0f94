package uk.middletier.dataset;

import java.util.Optional;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;
import uk.middletier.model.GeoPoint;

/**
 * The Ordnance Survey's grid to longitude and latitude, by the seven-parameter transformation: within five metres
 * anywhere in Great Britain ("A guide to coordinate systems in Great Britain", section 6.6). Not safe for threads.
 */
public final class NationalGrid {
    private static final String OSGB36 = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000"
            + " +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";
    private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";

    /** The grid's extent in metres; Shetland lies at 1,220,000 north. */
    private static final int EAST_END = 700_000;

    private static final int NORTH_END = 1_300_000;
    private static final double MICRODEGREES = 1_000_000.0;

    private final CoordinateTransform transform;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    /** Sets the transformation up, which takes a while. */
    public NationalGrid() {
        CRSFactory systems = new CRSFactory();
        transform = new BasicCoordinateTransform(
                systems.createFromParameters("OSGB36", OSGB36), systems.createFromParameters("WGS84", WGS84));
    }

    /** The place to six decimals (a tenth of a metre); empty if metres east and north lie outside the grid. */
    public Optional<GeoPoint> find(double easting, double northing) {
        if (!(easting > 0 && easting < EAST_END && northing > 0 && northing < NORTH_END)) {
            return Optional.empty();
        }
        from.setValue(easting, northing);
        transform.transform(from, to);
        return Optional.of(new GeoPoint(rounded(to.x), rounded(to.y)));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * MICRODEGREES) / MICRODEGREES;
    }
}
