package uk.middletier.example;

import static uk.middletier.example.Days.day;
import static uk.middletier.example.Days.span;
import static uk.middletier.example.Days.two;

import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.Period;

/** Matched pairs of a lead and an emerging school, in two tranches. */
final class LeadAndEmergingSchools implements ExampleSystem {
    private static final String CITE = "Jopling & Hadfield 2015";
    private static final String EVALUATION = "NFER 2016";
    private static final int MONTHS = 18;

    /** Where a lead and an emerging school are: at home or next door. */
    private static final List<List<String>> PLACES = List.of(
            List.of("670", "671"),
            List.of("669", "669"),
            List.of("676", "680"),
            List.of("665", "664"),
            List.of("681", "673"),
            List.of("674", "674"),
            List.of("662", "663"));

    private static final Period FIRST = span(day(2013, 2), day(2013, 2).plusMonths(MONTHS));
    private static final Period SECOND = span(day(2014, 2), day(2014, 2).plusMonths(MONTHS));

    @Override
    public Example describe() {
        return new Example(
                "lepp-pairs",
                "lepp",
                2,
                "Lead and Emerging Practitioner Schools",
                CITE,
                "M. Jopling and M. Hadfield (2015), \"From fragmentation to multiplexity: decentralisation, localism and"
                        + " support for school collaboration in England and Wales\", Journal for Educational Research Online"
                        + " 7(1), 49–67; National Foundation for Educational Research (2016), evaluation of tranche 2",
                List.of(
                        "The Welsh Government paired schools of high results with like schools on their way up, for eighteen"
                                + " months each; a second tranche followed.",
                        "Where the schools lie and which phase they are of is chosen."),
                List.of(
                        Figure.exactly("lepp-pairs-1", "Pairs of the first tranche", 11, "pairs", day(2013, 9), CITE),
                        Figure.exactly(
                                "lepp-months",
                                "Months a pair of the first tranche lasts",
                                MONTHS,
                                "months",
                                null,
                                CITE),
                        Figure.exactly("lepp-tranches", "Tranches", 2, "tranches", null, CITE),
                        Figure.exactly(
                                "lepp-schools-2",
                                "Schools of the second tranche",
                                20,
                                "schools",
                                day(2015, 1),
                                EVALUATION),
                        Figure.always(
                                "lepp-matched",
                                "Pairs of one phase, rolls within 10 %, free meals within 3 points",
                                "matched pairs",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String programme = draft.programme(
                "lead-and-emerging-practitioner-schools",
                "Lead and Emerging Practitioner Schools Pathfinder Project",
                "Wales",
                span(FIRST.from(), SECOND.to()));
        tranche(draft, programme, 1, 11, FIRST);
        tranche(draft, programme, 2, 10, SECOND);
    }

    private static void tranche(Draft draft, String programme, int tranche, int pairs, Period span) {
        for (int i = 0; i < pairs; i++) {
            List<String> places = PLACES.get(i % PLACES.size());
            Kind kind = i % 3 == 2 ? Kind.PRIMARY : Kind.SECONDARY;
            School lead = draft.school(places.get(0), kind);
            School emerging = draft.school(places.get(1), kind)
                    .roll((int) Math.round(lead.pupils * (0.92 + 0.16 * draft.dice.fraction())));
            // whole tenths, as all of them
            emerging.fsmPercent = Math.round(10 * lead.fsmPercent + draft.dice.between(0, 28)) / 10.0;
            Pair.make(
                    draft,
                    lead,
                    emerging,
                    new Pair.Terms(tranche + "-" + two(i + 1), programme, null, MONTHS + " months", span));
            draft.designate(lead, "lead-practitioner", programme, span);
            draft.designate(emerging, "emerging-practitioner", programme, span);
        }
    }
}
