package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives every record its URN and its number within the authority. As in the register, schools older than the record
 * are numbered authority by authority from 100000, later ones in the order they opened, Welsh ones from 400000 (or
 * above the English, when there are more).
 */
final class Numbers {
    private static final long FIRST_ENGLISH = 100_000;
    private static final long FIRST_WELSH = 400_000;
    /** Numbers have four digits while those of the school's kind last. */
    private static final int FIRST_SURPLUS = 10_000;

    private static final LocalDate RECORD_BEGINS = LocalDate.of(1994, 1, 1);

    private Numbers() {}

    static void assign(List<Locality> localities) {
        long next = urns(localities, false, FIRST_ENGLISH);
        urns(localities, true, Math.max(FIRST_WELSH, roundedUp(next, 100_000)));
        Map<String, List<School>> numberedTogether = new TreeMap<>();
        for (Locality locality : localities) {
            numberedTogether
                    .computeIfAbsent(family(locality.setting.authority()), key -> new ArrayList<>())
                    .addAll(locality.schools);
        }
        numberedTogether.values().forEach(Numbers::establishmentNumbers);
    }

    private static long urns(List<Locality> localities, boolean welsh, long first) {
        long urn = first;
        List<School> later = new ArrayList<>();
        for (Locality locality : localities) {
            if (locality.setting.welsh() == welsh) {
                for (School school : locality.schools) {
                    if (opened(school).isBefore(RECORD_BEGINS)) {
                        school.urn = urn++;
                    } else {
                        later.add(school);
                    }
                }
            }
        }
        urn = roundedUp(urn, 1_000);
        later.sort(Comparator.comparing(Numbers::opened));
        for (School school : later) {
            school.urn = urn++;
        }
        return urn;
    }

    private static LocalDate opened(School school) {
        return school.opened == null ? LocalDate.MIN : school.opened;
    }

    private static long roundedUp(long number, long to) {
        return (number + to - 1) / to * to;
    }

    /** Authorities made from one whose closed schools stayed with it number theirs together, lest they clash there. */
    private static String family(Authority authority) {
        return authority.predecessors().isEmpty()
                ? authority.code()
                : authority.predecessors().get(0);
    }

    private static void establishmentNumbers(List<School> schools) {
        NavigableSet<Integer> firsts = new TreeSet<>();
        for (Shape shape : Shape.values()) {
            firsts.add(shape.firstNumber);
        }
        Map<Integer, Integer> next = new HashMap<>();
        int surplus = FIRST_SURPLUS;
        for (School school : schools) {
            int first = school.shape.firstNumber;
            Integer end = firsts.higher(first);
            int number = next.merge(first, first, (had, begin) -> had + 1);
            school.number = number < (end == null ? FIRST_SURPLUS : end) ? number : surplus++;
        }
    }
}
