package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;

/** Two who offer the same help to the same schools, while academies look for theirs at home. */
final class RuralCountyCompetition implements ExampleSystem {
    private static final String CITE = "Armstrong & Ainscow 2018";
    private static final String COUNTY = "884";
    private static final LocalDate BEGIN = september(2013);
    private static final LocalDate COUNTED = september(2016);

    @Override
    public Example describe() {
        return new Example(
                "rural-county-competition",
                "rural-competition",
                6,
                "A rural county in competition",
                CITE,
                "P. W. Armstrong and M. Ainscow (2018), \"School-to-school support within a competitive education system: views"
                        + " from the inside\", School Effectiveness and School Improvement 29(4), 614–633",
                List.of(
                        "The authority's own service for school improvement competes with teaching schools for the county's"
                                + " maintained schools; academies are told to find support in their trust.",
                        "The county is not the one studied and all numbers are chosen. The service is a hub whose members are"
                                + " the schools that buy it."),
                List.of(
                        new Figure(
                                "rural-competition-service",
                                "Services of the authority",
                                "the authority's own service",
                                1,
                                1,
                                "services",
                                COUNTED,
                                CITE),
                        Figure.some(
                                "rural-competition-teaching-schools",
                                "Teaching schools",
                                "teaching schools",
                                "schools",
                                CITE),
                        Figure.some(
                                "rural-competition-both",
                                "Maintained schools that both serve",
                                "against each other",
                                "schools",
                                CITE),
                        Figure.always(
                                "rural-competition-inside",
                                "Support for academies from their own trust",
                                "told to find support in their trust",
                                CITE),
                        new Figure(
                                "rural-competition-academies-served",
                                "Academies that the authority's service serves",
                                "told to find support in their trust",
                                0,
                                0,
                                "schools",
                                COUNTED,
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String teaching = draft.programme(
                "teaching-schools-rural-competition", "Teaching Schools", "England", since(september(2011)));
        List<School> schools = new ArrayList<>(draft.schools(60, COUNTY, Kind.PRIMARY));
        schools.addAll(draft.schools(14, COUNTY, Kind.SECONDARY));
        schools.addAll(draft.schools(2, COUNTY, Kind.SPECIAL));
        Ratings.throwFor(draft, schools);
        List<School> order = draft.dice.shuffled(schools);
        List<School> maintained = order.subList(35, order.size());
        trusts(draft, order.subList(0, 35));
        service(draft, maintained);
        alliances(draft, teaching, maintained);
    }

    private static void trusts(Draft draft, List<School> schools) {
        List<List<School>> shares = Deal.inOrder(schools, 7);
        for (int i = 0; i < shares.size(); i++) {
            List<School> members = shares.get(i);
            Body trust = Trust.make(draft, "trust-" + (i + 1), members, since(september(2012)));
            for (int pair = 0; pair < 2; pair++) {
                LocalDate from = september(2014 + pair);
                draft.support(
                        members.get(2 * pair),
                        members.get(2 * pair + 1),
                        null,
                        trust.id,
                        "a year",
                        span(from, from.plusYears(1)));
            }
        }
    }

    private static void service(Draft draft, List<School> maintained) {
        Body service = draft.body(BodyKind.HUB, "service", "County School Improvement Service", since(BEGIN));
        draft.members(service, draft.dice.shuffled(maintained).subList(0, 30));
        help(draft, maintained, null, "la:" + COUNTY, null);
    }

    private static void alliances(Draft draft, String teaching, List<School> maintained) {
        List<School> best =
                Pair.rated(draft, maintained, List.of("Outstanding", "Good")).subList(0, 4);
        List<School> rest = new ArrayList<>(maintained);
        rest.removeAll(best);
        List<List<School>> shares = Deal.inOrder(draft.dice.shuffled(rest).subList(0, 24), best.size());
        for (int i = 0; i < best.size(); i++) {
            School lead = best.get(i);
            Body alliance = draft.body(
                            BodyKind.TEACHING_SCHOOL_ALLIANCE,
                            "alliance-" + (i + 1),
                            lead.drawn.name() + " Teaching School Alliance",
                            since(BEGIN))
                    .under(teaching)
                    .led(lead);
            draft.designate(lead, "teaching-school", teaching, since(BEGIN));
            draft.member(lead, alliance, "lead", alliance.life);
            draft.members(alliance, shares.get(i));
            help(draft, shares.get(i), teaching, alliance.id, lead);
        }
    }

    /** The weak are helped for a year each, by the one school or by good ones among themselves. */
    private static void help(
            Draft draft, List<School> among, @Nullable String programme, String broker, @Nullable School by) {
        List<School> good = Pair.rated(draft, among, List.of("Good"));
        List<School> helped = Pair.rated(draft, among, Ratings.LOW);
        for (int i = 0; i < helped.size(); i++) {
            LocalDate from = september(2014 + i % 3);
            School helper = by == null ? good.get(i % good.size()) : by;
            draft.support(helper, helped.get(i), programme, broker, "a year", span(from, from.plusYears(1)));
        }
    }
}
