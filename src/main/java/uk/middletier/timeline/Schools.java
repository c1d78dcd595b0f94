package uk.middletier.timeline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.SchoolGroup;

/** Every establishment record of a release, a column per property, in the order of their URNs. Immutable. */
public final class Schools {
    /** Stands for a number of pupils nobody gave. */
    public static final int UNKNOWN = -1;

    private final int[] urns;
    private final String[] names;
    private final SchoolGroup[] groups;
    private final byte[] phases;
    private final byte[] types;
    private final int[] from;
    private final int[] to;
    private final boolean[] fromKnown;
    private final boolean[] everOpen;
    private final int[] pupils;
    private final double[] longitudes;
    private final double[] latitudes;
    private final int[] lineages;
    private final boolean[] rural;
    private final List<String> phaseWords;
    private final List<String> typeWords;
    private final Traits.Taught[] taught;

    /** One of them, before it has its place. */
    record School(
            int urn,
            String name,
            SchoolGroup group,
            int phase,
            int type,
            int from,
            int to,
            boolean fromKnown,
            boolean everOpen,
            int pupils,
            @Nullable GeoPoint location,
            int lineage,
            boolean rural) {}

    /** In the order of URNs; phases and types are places in their lists of words. */
    Schools(List<School> schools, List<String> phaseWords, List<String> typeWords) {
        int size = schools.size();
        urns = new int[size];
        names = new String[size];
        groups = new SchoolGroup[size];
        phases = new byte[size];
        types = new byte[size];
        from = new int[size];
        to = new int[size];
        fromKnown = new boolean[size];
        everOpen = new boolean[size];
        pupils = new int[size];
        longitudes = new double[size];
        latitudes = new double[size];
        lineages = new int[size];
        rural = new boolean[size];
        this.phaseWords = List.copyOf(phaseWords);
        this.typeWords = List.copyOf(typeWords);
        taught = phaseWords.stream().map(Traits.Taught::of).toArray(Traits.Taught[]::new);
        for (int i = 0; i < size; i++) {
            School school = schools.get(i);
            urns[i] = school.urn();
            names[i] = school.name();
            groups[i] = school.group();
            phases[i] = (byte) school.phase();
            types[i] = (byte) school.type();
            from[i] = school.from();
            to[i] = school.to();
            fromKnown[i] = school.fromKnown();
            everOpen[i] = school.everOpen();
            pupils[i] = school.pupils();
            GeoPoint location = school.location();
            longitudes[i] = location == null ? Double.NaN : location.longitude();
            latitudes[i] = location == null ? Double.NaN : location.latitude();
            lineages[i] = school.lineage();
            rural[i] = school.rural();
        }
    }

    public int size() {
        return urns.length;
    }

    public int urn(int school) {
        return urns[school];
    }

    public String name(int school) {
        return names[school];
    }

    public SchoolGroup group(int school) {
        return groups[school];
    }

    /** Place in {@link #phaseWords()}. */
    public int phase(int school) {
        return phases[school];
    }

    /** The register's words for phases, in order. */
    public List<String> phaseWords() {
        return phaseWords;
    }

    /** The register's word for the type. */
    public String type(int school) {
        return typeWords.get(types[school]);
    }

    /** What it teaches, by its phase. */
    public Traits.Taught taught(int school) {
        return taught[phases[school]];
    }

    /** First day open, {@link Days#ALWAYS} if before the record. */
    public int from(int school) {
        return from[school];
    }

    /** First day no longer open, {@link Days#NEVER} if still open. */
    public int to(int school) {
        return to[school];
    }

    boolean fromKnown(int school) {
        return fromKnown[school];
    }

    /** Whether it was ever open: false for what was only planned, or recorded in error. */
    public boolean everOpen(int school) {
        return everOpen[school];
    }

    /** Whether it is open on a day. */
    public boolean open(int school, int day) {
        return everOpen[school] && from[school] <= day && day < to[school];
    }

    /** Pupils in the release's latest census, or {@link #UNKNOWN}. */
    public int pupils(int school) {
        return pupils[school];
    }

    /** Degrees east, NaN if not known. */
    public double longitude(int school) {
        return longitudes[school];
    }

    /** Degrees north, NaN if not known. */
    public double latitude(int school) {
        return latitudes[school];
    }

    /** The lowest URN of its lineage. */
    public int lineage(int school) {
        return lineages[school];
    }

    /** Whether it lies in a place the register calls rural; false too where it does not say. */
    public boolean rural(int school) {
        return rural[school];
    }

    /** The place of a URN, negative if there is none. */
    public int find(long urn) {
        return urn > Integer.MAX_VALUE || urn < 0 ? -1 : Arrays.binarySearch(urns, (int) urn);
    }
}
