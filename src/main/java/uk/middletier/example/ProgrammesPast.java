package uk.middletier.example;

import static uk.middletier.example.Days.day;
import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.span;
import static uk.middletier.example.Days.two;
import static uk.middletier.example.Days.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Four programmes of the two decades before 2011. */
final class ProgrammesPast implements ExampleSystem {
    private static final String CITE = "Armstrong 2015";
    private static final String BEACONS_BEGIN = "Rudd et al. 2000";
    private static final String LAUNCH = "NCSL & DfES 2002";
    private static final List<String> AUTHORITIES = List.of(
            "202", "306", "330", "331", "341", "352", "370", "373", "383", "390", "801", "831", "840", "850", "856",
            "861", "865", "878", "881", "886", "888", "916", "926", "935");
    /** Schools of each two networks: 48 networks and 512 schools in all. */
    private static final int[] SIZES = {11, 11, 11, 10, 10, 11};

    private static final Period SPECIALIST = span(september(1994), day(2011, 4));
    private static final Period BEACON = years(1998, 2005);
    private static final Period NETWORKS = years(2002, 2005);
    private static final Period PARTNERSHIPS = years(1998, 2005);
    private static final LocalDate COUNTED = day(2003, 1);
    private static final int BEACONS = 30;
    private static final int INDEPENDENT = 12;

    @Override
    public Example describe() {
        return new Example(
                "programmes-past",
                "past",
                9,
                "Programmes past: specialist schools, beacons, partnerships across sectors, networks",
                CITE,
                "P. Armstrong (2015), \"Effective school partnerships and collaboration for school improvement: a review of the"
                        + " evidence\", Department for Education, research report RR466; National College for School Leadership"
                        + " and Department for Education and Skills (June 2002), launch of the Networked Learning Communities;"
                        + " HMI (2005), \"Independent/state school partnerships\", HMI 2305; P. Rudd et al. (2000), \"Evaluation of pilot beacon schools\", DfEE research"
                        + " report RR223",
                List.of(
                        "Specialist schools (1994 to 2011), beacon schools (1998 to August 2005), Independent/State School"
                                + " Partnerships (ISSP, since 1998) and the first 48 Networked Learning Communities (NLC, three"
                                + " years from September 2002).",
                        "All 48 networks and their 512 schools are made; of the other programmes a few schools each. Where they"
                                + " lie, who helps whom, and the days on which the other programmes end is chosen."),
                List.of(
                        Figure.exactly(
                                "past-networks", "Networked learning communities", 48, "networks", COUNTED, LAUNCH),
                        Figure.exactly("past-network-schools", "Schools in them", 512, "schools", COUNTED, LAUNCH),
                        Figure.exactly("past-network-years", "Years a network was funded", 3, "years", null, LAUNCH),
                        new Figure(
                                "past-beacon-first",
                                "Year beacons began",
                                "1998",
                                1998,
                                1998,
                                "year",
                                null,
                                BEACONS_BEGIN),
                        Figure.always(
                                "past-beacon-support",
                                "Support of the programme given by a beacon",
                                "beacon schools",
                                CITE),
                        new Figure(
                                "past-issp-first",
                                "Year partnerships across sectors began",
                                "1998",
                                1998,
                                1998,
                                "year",
                                null,
                                "HMI 2005"),
                        Figure.always(
                                "past-issp-across",
                                "Partnerships of independent with state schools",
                                "independent/state",
                                "HMI 2005"),
                        Figure.always(
                                "past-specialist",
                                "Specialist schools that are secondaries",
                                "specialist schools",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String networks = draft.programme(
                "networked-learning-communities", "Networked Learning Communities", "England", NETWORKS);
        String beacon = draft.programme("beacon-schools", "Beacon Schools", "England", BEACON);
        String specialist = draft.programme("specialist-schools", "Specialist Schools", "England", SPECIALIST);
        String partnerships = draft.programme(
                "independent-state-school-partnerships",
                "Independent/State School Partnerships",
                "England",
                PARTNERSHIPS);
        List<School> secondaries = new ArrayList<>();
        for (int i = 0; i < 2 * AUTHORITIES.size(); i++) {
            String authority = AUTHORITIES.get(i / 2);
            List<School> members = new ArrayList<>(draft.schools(2, authority, Kind.SECONDARY));
            secondaries.addAll(members);
            members.addAll(draft.schools(SIZES[i % SIZES.length] - 2, authority, Kind.PRIMARY));
            network(draft, networks, i + 1, members);
        }
        for (School school : secondaries) {
            if (draft.dice.chance(0.7)) {
                LocalDate from = september(draft.dice.between(1994, 2007));
                draft.designate(school, "specialist", specialist, span(from, SPECIALIST.to()));
            }
        }
        beacons(draft, beacon);
        acrossSectors(draft, partnerships, secondaries);
    }

    private static void network(Draft draft, String programme, int number, List<School> members) {
        Body network = draft.body(
                        BodyKind.IMPROVEMENT_GROUP,
                        "nlc-" + two(number),
                        "Networked Learning Community " + two(number),
                        NETWORKS)
                .under(programme)
                .led(members.get(2));
        draft.members(network, members);
    }

    private static void beacons(Draft draft, String programme) {
        List<School> order = draft.dice.shuffled(draft.schools);
        for (int i = 0; i < BEACONS; i++) {
            School beacon = order.get(i).rated("Outstanding");
            LocalDate from = september(1998 + i % 4);
            draft.designate(beacon, "beacon", programme, span(from, BEACON.to()));
            for (int partner = 0; partner < 2; partner++) {
                draft.support(
                        beacon,
                        order.get(BEACONS + 2 * i + partner),
                        programme,
                        null,
                        "good practice shared",
                        span(from.plusYears(1), BEACON.to()));
            }
        }
    }

    private static void acrossSectors(Draft draft, String programme, List<School> secondaries) {
        List<School> partners = draft.dice.shuffled(secondaries);
        for (int i = 0; i < INDEPENDENT; i++) {
            School partner = partners.get(i);
            School independent = draft.school(partner.authority(), Kind.INDEPENDENT);
            LocalDate from = september(1998 + i % 5);
            Body partnership = draft.body(
                            BodyKind.COLLABORATIVE,
                            "issp-" + two(i + 1),
                            independent.drawn.name() + " and " + partner.drawn.name(),
                            span(from, from.plusYears(1 + i % 3L)))
                    .under(programme)
                    .led(independent);
            draft.members(partnership, List.of(independent, partner));
        }
    }
}
