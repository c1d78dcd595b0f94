package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.span;

import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Period;

/** Two federations of each of Chapman and Muijs's types, and of Lindsay's four kinds of governance. */
final class FederationTypes implements ExampleSystem {
    private static final String TYPES = "Chapman & Muijs 2014";
    private static final String GOVERNANCE = "Lindsay et al. 2007";
    private static final String HERE = "850";
    private static final String THERE = "936";
    private static final Period LIFE = since(september(2009));
    private static final Period BEFORE = span(september(2007), september(2009));

    /** In turn. */
    private static final List<Formality> FORMALITIES =
            List.of(Formality.HARD_GOVERNANCE, Formality.SOFT_GOVERNANCE, Formality.SOFT);

    /** Rolls and ratings that fire no rule by themselves. */
    private static final int PLAIN_ROLL = 340;

    @Override
    public Example describe() {
        return new Example(
                "federations",
                "federations",
                12,
                "Federations of all types",
                TYPES,
                "C. Chapman and D. Muijs (2014), \"Does school-to-school collaboration promote school improvement? A study of"
                        + " the impact of school federations on student outcomes\", School Effectiveness and School Improvement"
                        + " 25(3), 351–393; G. Lindsay, D. Muijs, A. Harris et al. (2007), \"School Federations Pilots Study"
                        + " 2003–2007\", Department for Children, Schools and Families",
                List.of(
                        "Two federations of each of the six types, each made so that no other type's rule holds of it: of"
                                + " several phases, to raise performance, of small schools, of special with mainstream schools,"
                                + " of one faith, of academies. One of the two of academies is a multi-academy trust; in the other each has"
                                + " its trust.",
                        "In turn they have one governing body, a joint committee with delegated power, and one without; two"
                                + " informal collaborations stand beside them. Ratings at the time of formation are in the"
                                + " observations as ofsted-overall, 1 to 4."),
                List.of(
                        Figure.exactly("federations-types", "Types that a rule finds", 6, "types", null, TYPES),
                        type("cross-phase", "of several phases"),
                        type("performance", "of a good with a weaker school"),
                        type("size", "of small schools"),
                        type("mainstreaming", "of special with mainstream schools"),
                        type("faith", "of one faith"),
                        type("academy", "of academies"),
                        Figure.exactly(
                                "federations-formalities", "Kinds of governance", 4, "kinds", null, GOVERNANCE)));
    }

    private static Figure type(String word, String plain) {
        return new Figure("federations-" + word, "Federations " + plain, word, 2, 2, "federations", null, TYPES);
    }

    @Override
    public void fill(Draft draft) {
        for (String place : List.of(HERE, THERE)) {
            boolean first = place.equals(HERE);
            federation(
                    draft,
                    "cross-phase",
                    List.of(
                            plain(draft, place, Kind.SECONDARY),
                            plain(draft, place, Kind.PRIMARY),
                            plain(draft, place, Kind.PRIMARY)));
            federation(
                    draft,
                    "performance",
                    List.of(
                            plain(draft, place, Kind.SECONDARY).rated("Outstanding"),
                            plain(draft, place, Kind.SECONDARY).rated(first ? "Inadequate" : "Requires improvement")));
            federation(
                    draft,
                    "size",
                    List.of(
                            plain(draft, place, Kind.PRIMARY).roll(62),
                            plain(draft, place, Kind.PRIMARY).roll(first ? 84 : 215)));
            federation(
                    draft,
                    "mainstreaming",
                    List.of(plain(draft, place, Kind.PRIMARY), plain(draft, place, Kind.SPECIAL)));
            String faith = first ? "Roman Catholic" : "Church of England";
            federation(
                    draft,
                    "faith",
                    List.of(
                            draft.school(place, Kind.PRIMARY, faith)
                                    .roll(PLAIN_ROLL)
                                    .rated("Good"),
                            draft.school(place, Kind.PRIMARY, faith)
                                    .roll(PLAIN_ROLL)
                                    .rated("Good")));
            academies(draft, place, first);
            draft.members(
                    draft.body(
                                    BodyKind.COLLABORATIVE,
                                    "informal-" + place,
                                    "Informal collaboration " + (first ? 1 : 2),
                                    LIFE)
                            .bound(Formality.INFORMAL),
                    List.of(plain(draft, place, Kind.PRIMARY), plain(draft, place, Kind.PRIMARY)));
        }
    }

    private static void academies(Draft draft, String place, boolean trust) {
        List<School> schools = List.of(
                plain(draft, place, Kind.SECONDARY).as("Academy sponsor led"),
                plain(draft, place, Kind.SECONDARY).as("Academy sponsor led"));
        if (trust) {
            Trust.make(draft, "academy", "Academy sponsor led", schools, LIFE);
        } else {
            for (int i = 0; i < schools.size(); i++) {
                Trust.make(draft, "academy-trust-" + (i + 1), "Academy sponsor led", List.of(schools.get(i)), LIFE);
            }
            federation(draft, "academy", schools);
        }
    }

    /** Good, of no faith, too big to be small. */
    private static School plain(Draft draft, String place, Kind kind) {
        School school = draft.school(place, kind, "Does not apply").rated("Good");
        return school.roll(Math.max(school.pupils, PLAIN_ROLL));
    }

    private static void federation(Draft draft, String type, List<School> schools) {
        observe(draft, schools);
        Body federation = draft.body(
                        BodyKind.FEDERATION,
                        type + "-" + schools.get(0).authority(),
                        "Federation of " + schools.get(0).drawn.name() + " and others",
                        LIFE)
                .bound(FORMALITIES.get(draft.bodies.size() % FORMALITIES.size()))
                .led(schools.get(0));
        draft.members(federation, schools);
    }

    private static void observe(Draft draft, List<School> schools) {
        for (School school : schools) {
            if (school.academy()) {
                // opened with its federation
                continue;
            }
            String grade = switch (school.rating) {
                case "Outstanding" -> "1";
                case "Good" -> "2";
                case "Requires improvement" -> "3";
                default -> "4";
            };
            draft.observe(school.id(), "ofsted-overall", BEFORE, grade, "grade");
        }
    }
}
