package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;

/** A county of three alliances by the points of the compass. */
final class RuralCountyAlliances implements ExampleSystem {
    private static final String CITE = "Armstrong & Ainscow 2018";
    private static final String COUNTY = "893";
    private static final double JOIN = 0.78;
    private static final LocalDate COUNTED = september(2017);

    @Override
    public Example describe() {
        return new Example(
                "rural-county-alliances",
                "rural-alliances",
                5,
                "A rural county with three alliances",
                CITE,
                "P. W. Armstrong and M. Ainscow (2018), \"School-to-school support within a competitive education system: views"
                        + " from the inside\", School Effectiveness and School Improvement 29(4), 614–633",
                List.of(
                        "Schools of a rural county formed three alliances, north, west and south, which not all of them have"
                                + " joined.",
                        "The county is not the one studied; the numbers of schools and of those that joined, a good three"
                                + " quarters over four years, are chosen."),
                List.of(
                        Figure.exactly("rural-alliances-alliances", "Alliances", 3, "alliances", COUNTED, CITE),
                        Figure.some(
                                "rural-alliances-outside",
                                "Schools in no alliance",
                                "not all have joined",
                                "schools",
                                CITE),
                        Figure.always(
                                "rural-alliances-one",
                                "Members that are in one alliance only",
                                "three alliances",
                                CITE),
                        Figure.always(
                                "rural-alliances-compass",
                                "Members of the north that lie north of all others, of the west that lie west of all in the"
                                        + " south",
                                "north, west, south",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        draft.schools(96, COUNTY, Kind.PRIMARY);
        draft.schools(16, COUNTY, Kind.SECONDARY);
        draft.schools(3, COUNTY, Kind.SPECIAL);
        List<School> fromNorth = draft.schools.stream()
                .sorted(Comparator.comparingDouble(School::latitude).reversed())
                .toList();
        int third = fromNorth.size() / 3;
        List<School> fromWest = fromNorth.subList(third, fromNorth.size()).stream()
                .sorted(Comparator.comparingDouble(School::longitude))
                .toList();
        alliance(draft, "North", fromNorth.subList(0, third));
        alliance(draft, "West", fromWest.subList(0, third));
        alliance(draft, "South", fromWest.subList(third, fromWest.size()));
    }

    private static void alliance(Draft draft, String side, List<School> schools) {
        Body alliance = draft.body(
                        BodyKind.COLLABORATIVE,
                        side.toLowerCase(Locale.ROOT),
                        side + " Alliance of Schools",
                        since(september(2013)))
                .bound(Formality.SOFT);
        List<School> joining = draft.dice.shuffled(schools).subList(0, (int) Math.round(JOIN * schools.size()));
        for (int i = 0; i < joining.size(); i++) {
            LocalDate joined = september(i == 0 ? 2013 : draft.dice.between(2013, 2016));
            draft.member(joining.get(i), alliance, i == 0 ? "lead" : "member", since(joined));
        }
        alliance.led(joining.get(0));
    }
}
