package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One authority while its history is being made: every record so far, the links between them, and what runs now. */
final class Locality {
    final Setting setting;
    final Nation nation;
    final Places places;
    final Dice dice;
    final List<School> schools = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    private final Map<Pool, List<School>> pools = new EnumMap<>(Pool.class);

    Locality(Setting setting, Nation nation) {
        this.setting = setting;
        this.nation = nation;
        dice = new Dice(nation.seed, "authority/" + setting.authority().code());
        places = new Places(setting, nation.scale, dice);
        for (Pool pool : Pool.values()) {
            pools.put(pool, new ArrayList<>());
        }
    }

    List<School> pool(Pool pool) {
        List<School> schools = pools.get(pool);
        if (schools == null) {
            throw new IllegalStateException("no pool " + pool);
        }
        return schools;
    }

    /** A school that stood before the record began, or opens anew. */
    School found(EstablishmentType type, Shape shape, Faith faith, Place place, @Nullable LocalDate opened) {
        double size = Math.exp(dice.gaussian() * 0.38 + (place.rural() && shape != Shape.SECONDARY ? -0.55 : 0.05));
        int genders = shape == Shape.SECONDARY && !place.rural() && dice.chance(0.1) ? dice.between(1, 2) : 3;
        String name = SchoolNames.of(shape, type, faith, place, dice);
        School school = new School(setting, place, type, shape, faith, name, size, genders);
        school.opened = opened;
        return add(school);
    }

    School add(School school) {
        schools.add(school);
        pool(Pool.of(school.type, school.shape)).add(school);
        return school;
    }

    /** Takes a school at random out of the first pools that have one; larger pools give more. */
    @Nullable
    School take(Pool... from) {
        int total = 0;
        for (Pool pool : from) {
            total += pool(pool).size();
        }
        if (total == 0) {
            return null;
        }
        int at = dice.below(total);
        for (Pool pool : from) {
            List<School> standing = pool(pool);
            if (at < standing.size()) {
                return removeAt(standing, at);
            }
            at -= standing.size();
        }
        return null;
    }

    /** As {@link #take}, but the smaller of two, as closures fall on small schools. */
    @Nullable
    School takeSmall(Pool... from) {
        School first = take(from);
        School second = take(from);
        if (first == null || second == null) {
            return first;
        }
        boolean keepFirst = first.size > second.size;
        School kept = keepFirst ? first : second;
        pool(Pool.of(kept.type, kept.shape)).add(kept);
        return keepFirst ? second : first;
    }

    private static School removeAt(List<School> list, int at) {
        School last = list.remove(list.size() - 1);
        return at == list.size() ? last : list.set(at, last);
    }

    /** Records a plain succession at both ends, or, as happens, at one; older links often lost their date. */
    void succeed(School old, School next, LocalDate on) {
        link(old, next, "Successor", "Predecessor", on);
    }

    void link(School old, School next, String forward, String backward, LocalDate on) {
        LocalDate established = dice.chance(on.getYear() < 2008 ? 0.6 : 0.04) ? null : on;
        links.add(new Link(old, next, forward, established));
        if (!dice.chance(0.012)) {
            links.add(new Link(next, old, backward, established));
        }
    }

    /** The day before its successor opens; a few were written down as that very day. */
    LocalDate lastDayBefore(LocalDate opening) {
        return dice.chance(0.055) ? opening : opening.minusDays(1);
    }

    /** The last day of a school that closes for good: mostly the end of the school year. */
    LocalDate closingDay(int year) {
        return switch (dice.weighted(70, 10, 8, 5, 7)) {
            case 0 -> LocalDate.of(year, 8, 31);
            case 1 -> LocalDate.of(year, 12, 31);
            case 2 -> LocalDate.of(year, 3, 31);
            case 3 -> LocalDate.of(year, 7, 31);
            default -> LocalDate.of(year, dice.between(2, 12), 1).minusDays(1);
        };
    }

    LocalDate september(int year) {
        return LocalDate.of(year, 9, 1);
    }
}
