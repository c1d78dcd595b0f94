package uk.middletier.example;

import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.two;
import static uk.middletier.example.Days.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** One business manager for several schools. */
final class SharedBusinessManagers implements ExampleSystem {
    private static final String CITE = "Armstrong 2015";
    private static final int PROJECTS = 32;
    private static final int SCHOOLS = 260;
    private static final int LEAST = 4;
    private static final Period YEARS = years(2009, 2011);
    private static final LocalDate COUNTED = september(2010);
    private static final List<String> AUTHORITIES = List.of(
            "301", "333", "340", "354", "371", "382", "393", "802", "815", "845", "865", "873", "885", "893", "908",
            "931");

    @Override
    public Example describe() {
        return new Example(
                "shared-business-managers",
                "managers",
                10,
                "Shared school business managers",
                CITE,
                "P. Armstrong (2015), \"Effective school partnerships and collaboration for school improvement: a review of the"
                        + " evidence\", Department for Education, research report RR466",
                List.of(
                        "In 32 projects 260 schools, most of them primaries, shared a business manager with each other.",
                        "Where they lie, how many schools share one manager and the two years are chosen."),
                List.of(
                        Figure.exactly("managers-projects", "Projects", PROJECTS, "projects", COUNTED, CITE),
                        Figure.exactly("managers-schools", "Schools in them", SCHOOLS, "schools", COUNTED, CITE),
                        Figure.always("managers-one", "Schools in one project only", "share a manager", CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String programme = draft.programme(
                "school-business-manager-projects", "School Business Manager Projects", "England", YEARS);
        int[] sizes = new int[PROJECTS];
        Arrays.fill(sizes, LEAST);
        for (int left = SCHOOLS - LEAST * PROJECTS; left > 0; left--) {
            sizes[draft.dice.below(PROJECTS)]++;
        }
        for (int i = 0; i < PROJECTS; i++) {
            String authority = AUTHORITIES.get(i % AUTHORITIES.size());
            List<School> members = new ArrayList<>(draft.schools(sizes[i] - 1, authority, Kind.PRIMARY));
            members.add(draft.school(authority, i % 3 == 0 ? Kind.SECONDARY : Kind.PRIMARY));
            Body project = draft.body(
                            BodyKind.SHARED_LEADERSHIP,
                            two(i + 1),
                            "Business manager of " + members.get(0).drawn.name() + " and others",
                            YEARS)
                    .under(programme)
                    .led(members.get(0));
            for (School school : members) {
                draft.member(school, project, school == project.lead ? "host" : "member", YEARS);
            }
        }
    }
}
