package uk.middletier.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.model.Ref;

/**
 * The bodies and areas between schools and government under one index, in the order of their ids: an authority is both.
 * Immutable.
 */
public final class Tier {
    private final Ref[] refs;
    private final @Nullable String[] formalities;
    private final @Nullable String[] companies;
    private final int[] from;
    private final int[] to;
    private final @Nullable BodyKind[] kinds;
    private final Map<String, Integer> index = new HashMap<>();
    private final int[] placeByReading;

    /**
     * One of them, before it has its place.
     *
     * @param read the how-manieth it was read, from 0
     */
    record Unit(
            int read,
            Ref ref,
            @Nullable String formality,
            @Nullable String company,
            int from,
            int to) {}

    Tier(List<Unit> units) {
        int size = units.size();
        refs = new Ref[size];
        formalities = new String[size];
        companies = new String[size];
        from = new int[size];
        to = new int[size];
        kinds = new BodyKind[size];
        placeByReading = new int[size];
        for (int i = 0; i < size; i++) {
            Unit unit = units.get(i);
            refs[i] = unit.ref();
            formalities[i] = unit.formality();
            companies[i] = unit.company();
            from[i] = unit.from();
            to[i] = unit.to();
            kinds[i] = BodyKind.find(unit.ref().kind()).orElse(null);
            index.put(unit.ref().id(), i);
            placeByReading[unit.read()] = i;
        }
    }

    public int size() {
        return refs.length;
    }

    /** Id, name and kind. */
    public Ref ref(int unit) {
        return refs[unit];
    }

    /** Its kind as a body; null for what is only an area. */
    public @Nullable BodyKind kind(int unit) {
        return kinds[unit];
    }

    /** The layer in which it ties its schools as a body; null for what is only an area, and for the trust unknown. */
    public @Nullable Layer layer(int unit) {
        BodyKind kind = kinds[unit];
        return kind == null ? null : Layer.of(kind);
    }

    /** How binding it is, in the words of {@link uk.middletier.model.Formality}; null for what is only an area. */
    public @Nullable String formality(int unit) {
        return formalities[unit];
    }

    /** Its number at Companies House. */
    public @Nullable String company(int unit) {
        return companies[unit];
    }

    /** First day of its own existence, {@link Days#ALWAYS} if unknown. */
    public int from(int unit) {
        return from[unit];
    }

    /** First day on which it is no more. */
    public int to(int unit) {
        return to[unit];
    }

    /** Whether it is an academy trust of either kind that is known by name. */
    public boolean isTrust(int unit) {
        return kinds[unit] == BodyKind.MULTI_ACADEMY_TRUST || kinds[unit] == BodyKind.SINGLE_ACADEMY_TRUST;
    }

    public OptionalInt find(String id) {
        Integer found = index.get(id);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** The place of the unit that was the how-manieth to be read. */
    int placeOfRead(int read) {
        return placeByReading[read];
    }

    int get(String id) {
        Integer found = index.get(id);
        if (found == null) {
            throw new IllegalStateException("no body or area " + id + " in the release");
        }
        return found;
    }
}
