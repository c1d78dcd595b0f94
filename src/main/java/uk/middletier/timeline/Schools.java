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
    private final byte[] characters;
    private final double[] fsmPercents;
    private final byte[] rural;
    private final byte[] ofstedGrades;
    private final int[] ofstedDays;
    private final List<String> phaseWords;
    private final List<String> typeWords;
    private final List<String> characterWords;
    private final Traits.Taught[] taught;
    private final Traits.Category[] categories;
    private final Traits.Setting[] settings;

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
            Background background) {}

    /**
     * What the register says of it besides.
     *
     * @param character place of its religious character in its list of words
     * @param fsmPercent NaN if unknown
     * @param ofstedGrade 1…4, 0 if unknown
     * @param ofstedDay of the inspection; {@link Days#NEVER} if unknown
     */
    record Background(
            int character, double fsmPercent, @Nullable Boolean rural, int ofstedGrade, int ofstedDay) {}

    /** In the order of URNs; phases, types and religious characters are places in their lists of words. */
    Schools(List<School> schools, List<String> phaseWords, List<String> typeWords, List<String> characterWords) {
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
        characters = new byte[size];
        fsmPercents = new double[size];
        rural = new byte[size];
        ofstedGrades = new byte[size];
        ofstedDays = new int[size];
        this.phaseWords = List.copyOf(phaseWords);
        this.typeWords = List.copyOf(typeWords);
        this.characterWords = List.copyOf(characterWords);
        categories = typeWords.stream().map(Traits.Category::of).toArray(Traits.Category[]::new);
        settings = typeWords.stream().map(Traits.Setting::of).toArray(Traits.Setting[]::new);
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
            Background background = school.background();
            characters[i] = (byte) background.character();
            fsmPercents[i] = background.fsmPercent();
            rural[i] = (byte) (background.rural() == null ? 0 : background.rural() ? 1 : -1);
            ofstedGrades[i] = (byte) background.ofstedGrade();
            ofstedDays[i] = background.ofstedDay();
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

    /** By its type. */
    public Traits.Category category(int school) {
        return categories[types[school]];
    }

    /** By its type. */
    public Traits.Setting setting(int school) {
        return settings[types[school]];
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

    /** In the register's words, {@code None} for a school that says it has none; null if nothing is said. */
    public @Nullable String religiousCharacter(int school) {
        String word = characterWords.get(characters[school]);
        return word.isEmpty() ? null : word;
    }

    /** Share of pupils eligible for free school meals in the latest census, 0…100; NaN if unknown. */
    public double fsmPercent(int school) {
        return fsmPercents[school];
    }

    /** Whether it lies in a rural place (classification of 2011); null if unknown. */
    public @Nullable Boolean rural(int school) {
        return rural[school] == 0 ? null : Boolean.valueOf(rural[school] > 0);
    }

    /** Overall grade of its latest inspection in the register: 1 outstanding … 4 inadequate; 0 if unknown. */
    public int ofstedGrade(int school) {
        return ofstedGrades[school];
    }

    /** Day of that inspection, {@link Days#NEVER} if unknown. */
    public int ofstedDay(int school) {
        return ofstedDays[school];
    }

    /** The place of a URN, negative if there is none. */
    public int find(long urn) {
        return urn > Integer.MAX_VALUE || urn < 0 ? -1 : Arrays.binarySearch(urns, (int) urn);
    }
}
