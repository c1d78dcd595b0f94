package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.span;
import static uk.middletier.example.Days.two;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;

/** Schools recognised for helping others: national and local leaders, teaching schools and their alliances. */
final class LeadersAndTeachingSchools implements ExampleSystem {
    private static final String CITE = "Armstrong 2015";
    private static final List<String> AUTHORITIES = List.of("830", "831", "891", "892");
    private static final int NATIONAL = 8;
    private static final int LOCAL = 12;
    private static final int TEACHING = 6;
    private static final LocalDate ALLIANCES_BEGIN = september(2011);

    @Override
    public Example describe() {
        return new Example(
                "leaders-and-teaching-schools",
                "leaders",
                8,
                "National and local leaders, teaching schools and alliances",
                CITE,
                "P. Armstrong (2015), \"Effective school partnerships and collaboration for school improvement: a review of the"
                        + " evidence\", Department for Education, research report RR466",
                List.of(
                        "National leaders of education and their national support schools, local leaders, specialist leaders"
                                + " and teaching schools with their alliances support schools of four authorities.",
                        "A designation is the school's, never a person's. How many there are, where, and whom they help is"
                                + " chosen."),
                List.of(
                        Figure.some(
                                "leaders-national", "Schools of national leaders", "national leaders", "schools", CITE),
                        Figure.some("leaders-local", "Schools of local leaders", "local leaders", "schools", CITE),
                        Figure.some("leaders-teaching", "Teaching schools", "teaching schools", "schools", CITE),
                        Figure.always(
                                "leaders-support-schools",
                                "Schools of national leaders that are national support schools",
                                "national support schools",
                                CITE),
                        Figure.always(
                                "leaders-alliances",
                                "Alliances led by a teaching school",
                                "teaching schools and their alliances",
                                CITE),
                        Figure.always(
                                "leaders-designated",
                                "Support given by a designated school",
                                "leaders support other schools",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String leaders = draft.programme(
                "national-leaders-of-education", "National Leaders of Education", "England", since(september(2006)));
        String locals = draft.programme(
                "local-leaders-of-education", "Local Leaders of Education", "England", since(september(2009)));
        String teaching = draft.programme("teaching-schools", "Teaching Schools", "England", since(ALLIANCES_BEGIN));
        for (String authority : AUTHORITIES) {
            draft.schools(20, authority, Kind.PRIMARY);
            draft.schools(7, authority, Kind.SECONDARY);
            draft.schools(1, authority, Kind.NURSERY);
            draft.schools(1, authority, Kind.SPECIAL);
        }
        Ratings.throwFor(draft, draft.schools);
        List<School> best = Pair.rated(draft, draft.schools, List.of("Outstanding"));
        List<School> good = Pair.rated(draft, draft.schools, List.of("Good"));
        List<School> low = Pair.rated(draft, draft.schools, Ratings.LOW);
        for (int i = 0; i < NATIONAL; i++) {
            LocalDate from = september(2007 + i % 5);
            draft.designate(best.get(i), "NLE", leaders, since(from));
            draft.designate(best.get(i), "NSS", leaders, since(from));
            LocalDate helped = september(2012 + i % 3);
            draft.support(best.get(i), low.get(i), leaders, null, "two years", span(helped, helped.plusYears(2)));
        }
        for (int i = 0; i < LOCAL; i++) {
            draft.designate(good.get(i), "LLE", locals, since(september(2009 + i % 4)));
            School supported = low.get(NATIONAL + i);
            LocalDate helped = september(2013 + i % 3);
            draft.support(
                    good.get(i),
                    supported,
                    locals,
                    "la:" + supported.authority(),
                    "a year",
                    span(helped, helped.plusYears(1)));
        }
        alliances(draft, teaching, best.subList(4, 4 + TEACHING), good.subList(LOCAL, good.size()), low);
    }

    /** Some of the teaching schools are those of national leaders; the last two share one alliance. */
    private static void alliances(
            Draft draft, String teaching, List<School> best, List<School> good, List<School> low) {
        List<School> joining = new ArrayList<>(good);
        joining.addAll(low);
        List<List<School>> shares = Deal.inOrder(draft.dice.shuffled(joining).subList(0, 60), TEACHING - 1);
        for (int i = 0; i < TEACHING; i++) {
            School school = best.get(i);
            LocalDate from = ALLIANCES_BEGIN.plusYears(i % 3);
            draft.designate(school, "teaching-school", teaching, since(from));
            if (i == TEACHING - 1) {
                Body shared = draft.bodies.get("alliance:leaders-" + two(i));
                draft.member(school, Objects.requireNonNull(shared), "lead", since(from.plusYears(1)));
                continue;
            }
            Body alliance = draft.body(
                            BodyKind.TEACHING_SCHOOL_ALLIANCE,
                            two(i + 1),
                            school.drawn.name() + " Teaching School Alliance",
                            since(from))
                    .under(teaching)
                    .led(school);
            draft.member(school, alliance, "lead", alliance.life);
            for (School member : shares.get(i)) {
                draft.member(member, alliance, "member", since(from.plusYears(draft.dice.below(3))));
            }
            List<School> weak = Pair.rated(draft, shares.get(i), Ratings.LOW);
            for (School supported : weak) {
                LocalDate helped = september(2015);
                draft.support(school, supported, teaching, alliance.id, "a year", span(helped, helped.plusYears(1)));
            }
            School specialist = shares.get(i).get(0);
            draft.designate(specialist, "SLE", teaching, since(from.plusYears(1)));
        }
    }
}
