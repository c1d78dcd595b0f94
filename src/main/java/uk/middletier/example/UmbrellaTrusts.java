package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;

import java.util.ArrayList;
import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** The four kinds of chain of Hill's: sponsored, of converters, under an umbrella, in partnership. */
final class UmbrellaTrusts implements ExampleSystem {
    private static final String CITE = "Hill et al. 2012";
    private static final List<String> AUTHORITIES = List.of("878", "908", "933");
    private static final Period LIFE = since(september(2011));
    private static final Period LATER = since(september(2012));

    @Override
    public Example describe() {
        return new Example(
                "umbrella-trusts-and-collaborative-partnerships",
                "umbrella",
                11,
                "Umbrella trusts and collaborative partnerships",
                CITE,
                "R. Hill, J. Dunford, N. Parish, S. Rea and L. Sandals (2012), \"The growth of academy chains: implications for"
                        + " leaders and leadership\", National College for School Leadership; as reviewed in P. Armstrong"
                        + " (2015), Department for Education, research report RR466",
                List.of(
                        "Three umbrella trusts over trusts that stay trusts of their own, three partnerships of converters"
                                + " that share nothing but an agreement, and for comparison a sponsored chain and a multi-academy"
                                + " trust of converters.",
                        "All numbers and places are chosen. A trust under an umbrella names it as its parent."),
                List.of(
                        Figure.some("umbrella-umbrellas", "Umbrella trusts", "a kind of chain", "trusts", CITE),
                        Figure.always(
                                "umbrella-trusts",
                                "Umbrella trusts over two trusts or more",
                                "separate trusts under one umbrella",
                                CITE),
                        Figure.some(
                                "umbrella-partnerships",
                                "Collaborative partnerships",
                                "a kind of chain",
                                "groups",
                                CITE),
                        Figure.always(
                                "umbrella-separate",
                                "Partnerships whose members are in trusts of their own",
                                "no shared governance",
                                CITE),
                        Figure.some("umbrella-sponsored", "Sponsored chains", "a kind of chain", "trusts", CITE),
                        Figure.some(
                                "umbrella-converters",
                                "Multi-academy trusts of converters",
                                "a kind of chain",
                                "trusts",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        for (int i = 0; i < AUTHORITIES.size(); i++) {
            String authority = AUTHORITIES.get(i);
            umbrella(draft, authority, i + 1);
            partnership(draft, authority, i + 1);
        }
        List<School> sponsored = new ArrayList<>(draft.schools(3, "878", Kind.SECONDARY));
        sponsored.addAll(draft.schools(4, "908", Kind.PRIMARY));
        Body sponsor = draft.body(BodyKind.SPONSOR, "sponsor", "The Aldrenmere Foundation", LIFE);
        Trust.make(draft, "sponsored", "Academy sponsor led", sponsored, LIFE);
        draft.members(sponsor, sponsored);
        Trust.make(draft, "converters", draft.schools(5, "933", Kind.PRIMARY), LIFE);
    }

    private static void umbrella(Draft draft, String authority, int number) {
        Body umbrella = draft.body(BodyKind.UMBRELLA_TRUST, "umbrella-" + number, "Umbrella Trust " + number, LIFE);
        for (int trust = 1; trust <= 3 + number; trust++) {
            // of each umbrella one trust has two schools
            List<School> schools = draft.schools(trust == 1 ? 2 : 1, authority, Kind.PRIMARY);
            Trust.make(draft, "umbrella-" + number + "-trust-" + trust, schools, LIFE)
                    .partOf(umbrella);
        }
    }

    private static void partnership(Draft draft, String authority, int number) {
        List<School> schools = new ArrayList<>(draft.schools(2 + number, authority, Kind.SECONDARY));
        for (int i = 0; i < schools.size(); i++) {
            Trust.make(draft, "partner-" + number + "-" + (i + 1), List.of(schools.get(i)), LIFE);
        }
        Body partnership = draft.body(
                        BodyKind.COLLABORATIVE, "partnership-" + number, "Collaborative Partnership " + number, LATER)
                .led(schools.get(0));
        draft.members(partnership, schools);
    }
}
