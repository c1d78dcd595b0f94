package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.two;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;

/** Primaries that share what they have for special needs, on top of older networks of all phases. */
final class SenConsortia implements ExampleSystem {
    private static final String CITE = "Jopling & Hadfield 2015";
    private static final String CITY = "879";
    private static final int CONSORTIA = 14;
    private static final int NETWORKS = 7;
    private static final int BANDS = 4;
    private static final LocalDate BEGIN = september(2013);
    private static final LocalDate NETWORKS_BEGIN = september(2003);
    private static final LocalDate COUNTED = september(2014);

    @Override
    public Example describe() {
        return new Example(
                "sen-consortia",
                "sen",
                3,
                "A city's consortia for special educational needs",
                CITE,
                "M. Jopling and M. Hadfield (2015), \"From fragmentation to multiplexity: decentralisation, localism and"
                        + " support for school collaboration in England and Wales\", Journal for Educational Research Online"
                        + " 7(1), 49–67",
                List.of(
                        "The primaries of a city form consortia by locality for special educational needs, while every one of"
                                + " them is also in a learning network of schools of all phases that is ten years old.",
                        "The city is not the one studied. Sizes within the published range, days and the number of networks"
                                + " are chosen; consortia and networks are cut differently, so that they are two layers."),
                List.of(
                        Figure.exactly("sen-consortia", "Consortia", CONSORTIA, "consortia", COUNTED, CITE),
                        new Figure("sen-smallest", "Smallest consortium", "8 to 13", 8, 13, "schools", COUNTED, CITE),
                        new Figure("sen-largest", "Largest consortium", "8 to 13", 8, 13, "schools", COUNTED, CITE),
                        Figure.always("sen-primaries", "Members of consortia that are primaries", "of primaries", CITE),
                        Figure.exactly(
                                "sen-network-age",
                                "Age of the networks when the consortia began",
                                10,
                                "years",
                                null,
                                CITE),
                        Figure.always("sen-cross-phase", "Networks of more than one phase", "cross-phase", CITE),
                        Figure.always(
                                "sen-both", "Members of consortia that are in a network too", "on top of", CITE)));
    }

    @Override
    public void fill(Draft draft) {
        List<Integer> sizes = new ArrayList<>(List.of(8, 13));
        while (sizes.size() < CONSORTIA) {
            sizes.add(draft.dice.between(8, 13));
        }
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        List<School> primaries = draft.schools(all, CITY, Kind.PRIMARY);
        List<School> others = new ArrayList<>(draft.schools(2 * NETWORKS, CITY, Kind.SECONDARY));
        others.addAll(draft.schools(NETWORKS, CITY, Kind.SPECIAL));

        List<School> byLocality = inBands(primaries, School::latitude, School::longitude);
        int at = 0;
        for (int i = 0; i < CONSORTIA; i++) {
            List<School> members = byLocality.subList(at, at + sizes.get(i));
            at += sizes.get(i);
            Body consortium = draft.body(
                            BodyKind.COLLABORATIVE, two(i + 1), "Locality Consortium " + (i + 1), since(BEGIN))
                    .bound(Formality.SOFT)
                    .led(members.get(0));
            draft.members(consortium, members);
        }
        List<List<School>> networks = Deal.inOrder(inBands(primaries, School::longitude, School::latitude), NETWORKS);
        List<List<School>> older = Deal.inOrder(draft.dice.shuffled(others), NETWORKS);
        for (int i = 0; i < NETWORKS; i++) {
            Body network = draft.body(
                    BodyKind.LEARNING_PARTNERSHIP,
                    "network-" + two(i + 1),
                    "Learning Network " + (i + 1),
                    since(NETWORKS_BEGIN));
            draft.members(network, networks.get(i));
            draft.members(network, older.get(i));
        }
    }

    /** Neighbours near each other: bands along one axis, in each the order of the other. */
    private static List<School> inBands(
            List<School> schools, ToDoubleFunction<School> across, ToDoubleFunction<School> along) {
        List<School> ordered = new ArrayList<>();
        List<School> sorted =
                schools.stream().sorted(Comparator.comparingDouble(across)).toList();
        Deal.inOrder(sorted, BANDS)
                .forEach(band -> ordered.addAll(
                        band.stream().sorted(Comparator.comparingDouble(along)).toList()));
        return ordered;
    }
}
