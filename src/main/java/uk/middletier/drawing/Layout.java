package uk.middletier.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.TieSpells;
import uk.middletier.timeline.Timeline;

/**
 * Where to draw the schools and bodies of an area: computed from all ties there ever were, so that nothing moves from one
 * day to another. Schools begin where they lie on the map, bodies amid their schools; then {@link Springs} pull and push.
 * The same for the same release, area and layers. Immutable.
 */
public final class Layout {
    /** Half the side of the square that holds everything. */
    static final double HALF = 500;

    private static final long SEED = 1904;

    private final int schoolCount;
    /** Schools by their places, then units by theirs added to the number of schools. */
    private final int[] keys;

    private final double[] longitudes;
    private final double[] latitudes;
    private final double[] x;
    private final double[] y;

    private Layout(int schoolCount, int[] keys) {
        this.schoolCount = schoolCount;
        this.keys = keys;
        this.longitudes = new double[keys.length];
        this.latitudes = new double[keys.length];
        this.x = new double[keys.length];
        this.y = new double[keys.length];
    }

    /** Of all schools that ever lay in an area. */
    public static Layout of(Timeline timeline, @Nullable Integer area, Set<Layer> layers) {
        return of(
                timeline,
                TieSpells.of(timeline, layers, timeline.counted(Filter.NONE), area, Days.ALWAYS, Days.NEVER - 1));
    }

    /** Of these ties. */
    static Layout of(Timeline timeline, TieSpells spells) {
        int schoolCount = timeline.schools().size();
        int[] keys = new int[spells.presences().size() + spells.ties().size()];
        int size = 0;
        for (TieSpells.Presence presence : spells.presences()) {
            keys[size++] = presence.school();
        }
        for (TieSpells.Tie tie : spells.ties()) {
            keys[size++] = schoolCount + tie.unit();
        }
        Layout layout =
                new Layout(schoolCount, Arrays.stream(keys).sorted().distinct().toArray());
        int[][] ends = layout.ends(spells);
        layout.locate(timeline.schools(), ends, spells.ties().size());
        layout.begin();
        new Springs(layout.x, layout.y, ends[0], ends[1]).settle();
        layout.fit();
        return layout;
    }

    private int[][] ends(TieSpells spells) {
        List<TieSpells.Tie> ties = spells.ties();
        List<TieSpells.Help> helps = spells.helps();
        int[][] ends = new int[2][ties.size() + helps.size()];
        for (int i = 0; i < ties.size(); i++) {
            ends[0][i] = place(ties.get(i).school());
            ends[1][i] = place(schoolCount + ties.get(i).unit());
        }
        for (int i = 0; i < helps.size(); i++) {
            ends[0][ties.size() + i] = place(helps.get(i).supporter());
            ends[1][ties.size() + i] = place(helps.get(i).supported());
        }
        return ends;
    }

    private void locate(Schools schools, int[][] ends, int ties) {
        Arrays.fill(longitudes, Double.NaN);
        Arrays.fill(latitudes, Double.NaN);
        for (int node = 0; node < keys.length && keys[node] < schoolCount; node++) {
            longitudes[node] = schools.longitude(keys[node]);
            latitudes[node] = schools.latitude(keys[node]);
        }
        double[] east = new double[keys.length];
        double[] north = new double[keys.length];
        int[] counted = new int[keys.length];
        for (int tie = 0; tie < ties; tie++) {
            int school = ends[0][tie];
            if (Double.isFinite(longitudes[school]) && Double.isFinite(latitudes[school])) {
                east[ends[1][tie]] += longitudes[school];
                north[ends[1][tie]] += latitudes[school];
                counted[ends[1][tie]]++;
            }
        }
        for (int node = 0; node < keys.length; node++) {
            if (counted[node] > 0) {
                longitudes[node] = east[node] / counted[node];
                latitudes[node] = north[node] / counted[node];
            }
        }
    }

    /** North is up, and a mile east as long as a mile north; what lies nowhere begins in the middle. */
    private void begin() {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < keys.length; node++) {
            if (Double.isFinite(longitudes[node]) && Double.isFinite(latitudes[node])) {
                west = Math.min(west, longitudes[node]);
                east = Math.max(east, longitudes[node]);
                south = Math.min(south, latitudes[node]);
                north = Math.max(north, latitudes[node]);
            }
        }
        boolean somewhere = west <= east;
        double narrowing = somewhere ? Math.cos(Math.toRadians((south + north) / 2)) : 1;
        double side = somewhere ? Math.max((east - west) * narrowing, north - south) : 0;
        double scale = side > 0 ? 1.8 * HALF / side : 0;
        Random random = new Random(SEED);
        for (int node = 0; node < keys.length; node++) {
            // No two may lie in one place: nothing would part them.
            x[node] = random.nextDouble(-1, 1);
            y[node] = random.nextDouble(-1, 1);
            if (Double.isFinite(longitudes[node]) && Double.isFinite(latitudes[node])) {
                x[node] += (longitudes[node] - (west + east) / 2) * narrowing * scale;
                y[node] += (latitudes[node] - (south + north) / 2) * scale;
            } else {
                x[node] *= HALF / 2;
                y[node] *= HALF / 2;
            }
        }
    }

    private void fit() {
        double left = Arrays.stream(x).min().orElse(0);
        double right = Arrays.stream(x).max().orElse(0);
        double bottom = Arrays.stream(y).min().orElse(0);
        double top = Arrays.stream(y).max().orElse(0);
        double side = Math.max(right - left, top - bottom);
        double scale = side > 0 ? 2 * HALF / side : 0;
        for (int node = 0; node < keys.length; node++) {
            x[node] = Math.round((x[node] - (left + right) / 2) * scale * 10) / 10.0;
            y[node] = Math.round((y[node] - (bottom + top) / 2) * scale * 10) / 10.0;
        }
    }

    /** How many have a place. */
    public int size() {
        return keys.length;
    }

    int schoolPlace(int school) {
        return place(school);
    }

    int unitPlace(int unit) {
        return place(schoolCount + unit);
    }

    private int place(int key) {
        return Arrays.binarySearch(keys, key);
    }

    double x(int place) {
        return x[place];
    }

    double y(int place) {
        return y[place];
    }

    /** On the map, to a tenth of a metre or so. */
    @Nullable
    GeoPoint location(int place) {
        return Double.isFinite(longitudes[place]) && Double.isFinite(latitudes[place])
                ? new GeoPoint(rounded(longitudes[place]), rounded(latitudes[place]))
                : null;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
