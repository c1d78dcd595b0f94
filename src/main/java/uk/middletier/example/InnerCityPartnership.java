package uk.middletier.example;

import static uk.middletier.example.Days.day;
import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Everybody round one table: authorities, teaching schools, the commissioner, under an independent chair. */
final class InnerCityPartnership implements ExampleSystem {
    private static final String CITE = "Armstrong & Ainscow 2018";
    private static final List<String> AUTHORITIES = List.of("208", "209", "210");
    private static final LocalDate BEGIN = september(2014);
    private static final LocalDate COUNTED = september(2016);

    @Override
    public Example describe() {
        return new Example(
                "inner-city-partnership",
                "inner-city",
                4,
                "An inner-city learning partnership",
                CITE,
                "P. W. Armstrong and M. Ainscow (2018), \"School-to-school support within a competitive education system: views"
                        + " from the inside\", School Effectiveness and School Improvement 29(4), 614–633",
                List.of(
                        "Authorities, teaching schools and the regional schools commissioner share what they know of schools"
                                + " under an independent chair, and broker support from it.",
                        "The authorities are not those studied; all numbers are chosen. What is shared of a school stands in"
                                + " the observations as shared-intelligence, a priority from 1 to 4."),
                List.of(
                        Figure.some(
                                "inner-city-authorities",
                                "Authorities with schools in it",
                                "authorities",
                                "authorities",
                                CITE),
                        Figure.some(
                                "inner-city-teaching-schools",
                                "Teaching schools in it",
                                "teaching schools",
                                "schools",
                                CITE),
                        Figure.some(
                                "inner-city-commissioner",
                                "Support brokered by the commissioner",
                                "the commissioner",
                                "supports",
                                CITE),
                        new Figure("inner-city-chair", "Chairs", "an independent chair", 1, 1, "chairs", COUNTED, CITE),
                        Figure.always("inner-city-brokered", "Support that somebody brokered", "brokered", CITE),
                        new Figure(
                                "inner-city-brokers",
                                "Kinds of broker",
                                "authorities, teaching schools, the commissioner, and all of them together",
                                4,
                                4,
                                "kinds",
                                null,
                                CITE),
                        Figure.always(
                                "inner-city-intelligence",
                                "Supported schools of which something had been shared before",
                                "from shared intelligence",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String teaching =
                draft.programme("teaching-schools-inner-city", "Teaching Schools", "England", since(september(2011)));
        for (String authority : AUTHORITIES) {
            draft.schools(14, authority, Kind.PRIMARY);
            draft.schools(5, authority, Kind.SECONDARY);
            draft.schools(1, authority, Kind.SPECIAL);
            draft.schools(1, authority, Kind.PUPIL_REFERRAL_UNIT);
        }
        Ratings.throwFor(draft, draft.schools);
        trusts(draft);
        Body partnership =
                draft.body(BodyKind.LEARNING_PARTNERSHIP, "table", "Riverside Learning Partnership", since(BEGIN));
        draft.members(partnership, draft.schools);
        draft.observe(partnership.id, "chair", since(BEGIN), "independent", "role");
        Body commissioner = draft.body(
                BodyKind.COLLABORATIVE, "commissioner", "Board of the Regional Schools Commissioner", since(BEGIN));
        List<Body> alliances = alliances(draft, teaching);
        support(draft, teaching, partnership, commissioner, alliances);
    }

    private static void trusts(Draft draft) {
        List<School> converted = draft.dice
                .shuffled(draft.schools.stream()
                        .filter(school -> school.drawn.type().equals("Community school"))
                        .toList())
                .subList(0, 12);
        List<List<School>> shares = Deal.inOrder(converted, 3);
        for (int i = 0; i < shares.size(); i++) {
            Trust.make(draft, "trust-" + (i + 1), shares.get(i), since(september(2011)));
        }
    }

    private static List<Body> alliances(Draft draft, String teaching) {
        List<School> best = Pair.rated(draft, draft.schools, List.of("Outstanding"));
        List<School> rest = new ArrayList<>(draft.schools);
        rest.removeAll(best.subList(0, 3));
        List<List<School>> shares = Deal.inOrder(draft.dice.shuffled(rest).subList(0, 36), 3);
        List<Body> alliances = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            School lead = best.get(i);
            Body alliance = draft.body(
                            BodyKind.TEACHING_SCHOOL_ALLIANCE,
                            "alliance-" + (i + 1),
                            lead.drawn.name() + " Teaching School Alliance",
                            since(september(2012)))
                    .under(teaching)
                    .led(lead);
            draft.designate(lead, "teaching-school", teaching, since(september(2012)));
            draft.designate(lead, "NLE", teaching, since(september(2012)));
            draft.member(lead, alliance, "lead", alliance.life);
            draft.members(alliance, shares.get(i));
            alliances.add(alliance);
        }
        return alliances;
    }

    private static void support(
            Draft draft, String teaching, Body partnership, Body commissioner, List<Body> alliances) {
        List<School> helpers = Pair.rated(draft, draft.schools, List.of("Outstanding", "Good"));
        List<School> helped = Pair.rated(draft, draft.schools, Ratings.LOW);
        Set<School> known = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            School supported = helped.get(i % helped.size());
            School supporter = helpers.get(i % helpers.size());
            LocalDate from = day(2015, 1).plusMonths(2L * i);
            String broker;
            String programme = null;
            if (i % 8 < 3) {
                broker = partnership.id;
            } else if (i % 8 < 5) {
                Body alliance = alliances.get(i % alliances.size());
                supporter = Objects.requireNonNull(alliance.lead);
                broker = alliance.id;
                programme = teaching;
            } else if (i % 8 < 7) {
                broker = "la:" + supported.authority();
            } else {
                broker = commissioner.id;
            }
            Period shared = since(day(2014, 10));
            if (known.add(supported)) {
                draft.observe(
                        supported.id(),
                        "shared-intelligence",
                        shared,
                        Integer.toString(draft.dice.between(1, 4)),
                        "priority");
            }
            draft.support(supporter, supported, programme, broker, "a year", span(from, from.plusYears(1)));
        }
    }
}
