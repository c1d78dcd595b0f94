package uk.middletier.example;

import static uk.middletier.example.Days.day;
import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.since;
import static uk.middletier.example.Days.span;
import static uk.middletier.example.Days.two;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Groups, hubs, peer enquiry and pathfinder pairs of one Welsh region over four years. */
final class CentralSouthWalesChallenge implements ExampleSystem {
    private static final String CITE = "Hadfield & Ainscow 2018";
    private static final List<String> THEMES = List.of(
            "literacy", "numeracy", "leadership", "the foundation phase", "science", "digital learning", "Welsh");

    /** First day of each of the four years. */
    private static final List<LocalDate> STARTS =
            List.of(day(2014, 1), september(2014), september(2015), september(2016));

    private static final LocalDate END = september(2017);

    /** Hubs were set anew after two years. */
    private static final LocalDate RESET = day(2016, 1);

    /** Days on which the first and the fourth year are counted. */
    private static final LocalDate YEAR_ONE = day(2014, 7);

    private static final LocalDate YEAR_FOUR = day(2017, 7);

    private static final int PRIMARY_GROUPS = 33;
    private static final int SECONDARY_GROUPS = 8;
    private static final int HUBS = 80;
    /** Of the first hubs' hosts, how many host again. */
    private static final int HOSTS_KEPT = 50;

    /** Schools that work with a hub, year by year: 52, 58, 63 and 69 % of 402. */
    private static final int[] ENGAGED = {209, 235, 253, 277};

    private static final int[] ENQUIRING = {18, 45, 69, 93};
    private static final int[] PAIRS = {11, 30, 52, 72};
    private static final int[] JOINT_PRACTICE = {63, 74, 83, 91};
    /** Schools that come to their group in the second, third and fourth year. */
    private static final int[] LATE = {0, 16, 8, 8};

    @Override
    public Example describe() {
        return new Example(
                "central-south-wales-challenge",
                "csw",
                1,
                "Central South Wales Challenge",
                CITE,
                "M. Hadfield and M. Ainscow (2018), \"Inside a self-improving school system: Collaboration, competition and"
                        + " transition\", Journal of Educational Change 19, 441–462",
                List.of(
                        "Five authorities put their schools into improvement groups across their borders, and added hubs,"
                                + " peer enquiry and pairs of schools, to come from a system run by authorities to one run"
                                + " by its schools.",
                        "The numbers of the second and third year, the days, who is with whom, and the change from 88 to"
                                + " 96 % of schools in groups are chosen; the first and the fourth year are as published."),
                figures());
    }

    private static List<Figure> figures() {
        return List.of(
                new Figure("csw-schools", "Schools", "just over 400", 401, 410, "schools", YEAR_FOUR, CITE),
                Figure.exactly("csw-authorities", "Authorities", 5, "authorities", YEAR_FOUR, CITE),
                Figure.exactly("csw-primary-groups", "Primary improvement groups", 33, "groups", YEAR_FOUR, CITE),
                Figure.exactly("csw-secondary-groups", "Secondary improvement groups", 8, "groups", YEAR_FOUR, CITE),
                new Figure("csw-group-smallest", "Smallest group", "5 to 12", 5, 12, "schools", YEAR_FOUR, CITE),
                new Figure("csw-group-largest", "Largest group", "5 to 12", 5, 12, "schools", YEAR_FOUR, CITE),
                Figure.always("csw-groups-across", "Groups across authorities", "each", CITE),
                Figure.always(
                        "csw-groups-mixed",
                        "Groups with schools of the lowest and the highest third of intakes",
                        "each",
                        CITE),
                new Figure("csw-hubs", "Hubs", "about 80", 75, 85, "hubs", YEAR_FOUR, CITE),
                Figure.percent("csw-hub-engagement-1", "Schools engaged with a hub, year one", 52, YEAR_ONE, CITE),
                Figure.percent("csw-hub-engagement-4", "Schools engaged with a hub, year four", 69, YEAR_FOUR, CITE),
                new Figure(
                        "csw-hubs-reset",
                        "Hubs of the first two years that went on",
                        "re-set after two years",
                        0,
                        0,
                        "hubs",
                        RESET,
                        CITE),
                Figure.exactly("csw-peer-1", "Schools in peer enquiry, year one", 18, "schools", YEAR_ONE, CITE),
                Figure.percent("csw-peer-share-1", "The same, as a share of all schools, year one", 4, YEAR_ONE, CITE),
                Figure.exactly("csw-peer-4", "Schools in peer enquiry, year four", 93, "schools", YEAR_FOUR, CITE),
                Figure.percent(
                        "csw-peer-share-4", "The same, as a share of all schools, year four", 23, YEAR_FOUR, CITE),
                Figure.exactly("csw-pairs-1", "Pathfinder pairs, year one", 11, "pairs", YEAR_ONE, CITE),
                new Figure(
                        "csw-pairs-4", "Pathfinder pairs, year four", "more than 70", 71, 80, "pairs", YEAR_FOUR, CITE),
                Figure.percent("csw-no-group-4", "Schools in no group, year four", 4, YEAR_FOUR, CITE),
                Figure.percent(
                        "csw-joint-practice-1", "Teachers in joint practice development, year one", 63, YEAR_ONE, CITE),
                Figure.percent(
                        "csw-joint-practice-4",
                        "Teachers in joint practice development, year four",
                        91,
                        YEAR_FOUR,
                        CITE));
    }

    @Override
    public void fill(Draft draft) {
        String programme = draft.programme(
                "central-south-wales-challenge", "Central South Wales Challenge", "Wales", since(STARTS.get(0)));
        List<School> primaries = new ArrayList<>();
        List<School> secondaries = new ArrayList<>();
        List<School> specials = new ArrayList<>();
        draw(draft, primaries, secondaries, specials);

        List<School> primaryGroups = new ArrayList<>(dropped(draft, primaries, 12));
        primaryGroups.addAll(dropped(draft, specials, 2));
        groups(draft, programme, primaryGroups, dropped(draft, secondaries, 2));
        hubs(draft, programme);
        peerEnquiry(draft, programme);
        pairs(draft, programme);
        for (int year = 0; year < STARTS.size(); year++) {
            LocalDate next = year + 1 < STARTS.size() ? STARTS.get(year + 1) : END;
            draft.observe(
                    programme,
                    "joint-practice",
                    span(STARTS.get(year), next),
                    Integer.toString(JOINT_PRACTICE[year]),
                    "percent");
        }
    }

    /** 402 schools, in about the proportions of the five authorities. */
    private static void draw(Draft draft, List<School> primaries, List<School> secondaries, List<School> specials) {
        record Size(String authority, int primary, int secondary, int special) {}
        for (Size size : List.of(
                new Size("672", 50, 9, 2),
                new Size("673", 49, 8, 3),
                new Size("674", 103, 17, 4),
                new Size("675", 25, 4, 2),
                new Size("681", 100, 19, 7))) {
            primaries.addAll(draft.schools(size.primary, size.authority, Kind.PRIMARY));
            secondaries.addAll(draft.schools(size.secondary, size.authority, Kind.SECONDARY));
            specials.addAll(draft.schools(size.special, size.authority, Kind.SPECIAL));
        }
    }

    private static List<School> dropped(Draft draft, List<School> schools, int count) {
        return draft.dice.shuffled(schools).subList(count, schools.size());
    }

    private static void groups(Draft draft, String programme, List<School> primary, List<School> secondary) {
        List<Body> bodies = new ArrayList<>();
        List<List<School>> members = new ArrayList<>();
        make(draft, programme, "primary", Deal.mixed(primary, PRIMARY_GROUPS), bodies, members);
        make(draft, programme, "secondary", Deal.mixed(secondary, SECONDARY_GROUPS), bodies, members);

        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < bodies.size(); group++) {
            order.add(group);
        }
        List<Integer> shuffled = draft.dice.shuffled(order);
        int[] since = new int[bodies.size()];
        int at = 0;
        for (int year = 0; year < LATE.length; year++) {
            for (int late = 0; late < LATE[year]; late++) {
                since[shuffled.get(at++)] = year;
            }
        }
        for (int group = 0; group < bodies.size(); group++) {
            Body body = bodies.get(group);
            List<School> schools = members.get(group);
            School late = Deal.middle(schools);
            for (School school : schools) {
                LocalDate from = STARTS.get(school == late ? since[group] : 0);
                draft.member(school, body, school == body.lead ? "convenor" : "member", since(from));
            }
        }
    }

    private static void make(
            Draft draft,
            String programme,
            String phase,
            List<List<School>> dealt,
            List<Body> bodies,
            List<List<School>> members) {
        Deal.acrossAuthorities(dealt);
        for (List<School> schools : dealt) {
            String number =
                    two(members.size() < PRIMARY_GROUPS ? members.size() + 1 : members.size() + 1 - PRIMARY_GROUPS);
            bodies.add(draft.body(
                            BodyKind.IMPROVEMENT_GROUP,
                            phase + "-" + number,
                            "School Improvement Group " + phase + " " + number,
                            since(STARTS.get(0)))
                    .under(programme)
                    .led(schools.get(0)));
            members.add(schools);
        }
    }

    private static void hubs(Draft draft, String programme) {
        List<School> order = draft.dice.shuffled(draft.schools);
        List<School> first = order.subList(0, HUBS);
        Period before = span(STARTS.get(0), RESET);
        generation(draft, programme, "a", first, order, before);

        List<School> second = new ArrayList<>(draft.dice.shuffled(first).subList(0, HOSTS_KEPT));
        second.addAll(order.subList(HUBS, HUBS + HUBS - HOSTS_KEPT));
        generation(draft, programme, "b", second, order, since(RESET));
    }

    private static void generation(
            Draft draft, String programme, String letter, List<School> hosts, List<School> order, Period life) {
        List<Body> hubs = new ArrayList<>();
        for (School host : hosts) {
            Body hub = draft.body(
                            BodyKind.HUB,
                            letter + two(hubs.size() + 1),
                            host.drawn.name() + ", hub for " + draft.dice.pick(THEMES),
                            life)
                    .under(programme)
                    .led(host);
            hubs.add(hub);
            draft.member(host, hub, "host", life);
            draft.designate(host, "hub", programme, life);
        }
        Set<School> hosting = new HashSet<>(hosts);
        int engaged = 0;
        for (int year = 0; year < ENGAGED.length; year++) {
            Period span = span(STARTS.get(year), null).intersect(life).orElse(life);
            boolean over = life.to() != null && !STARTS.get(year).isBefore(life.to());
            for (; engaged < ENGAGED[year] && !over; engaged++) {
                School school = order.get(engaged);
                if (!hosting.contains(school)) {
                    draft.member(school, draft.dice.pick(hubs), "member", span);
                }
            }
        }
    }

    private static void peerEnquiry(Draft draft, String programme) {
        List<School> order = draft.dice.shuffled(draft.schools);
        int at = 0;
        for (int year = 0; year < ENQUIRING.length; year++) {
            while (at < ENQUIRING[year]) {
                String number = two(at / 3 + 1);
                Body group = draft.body(
                                BodyKind.PEER_ENQUIRY_GROUP,
                                number,
                                "Peer Enquiry Group " + number,
                                since(STARTS.get(year)))
                        .under(programme);
                draft.members(group, order.subList(at, at + 3));
                at += 3;
            }
        }
    }

    private static void pairs(Draft draft, String programme) {
        List<School> order = draft.dice.shuffled(draft.schools);
        int pairs = 0;
        for (int year = 0; year < PAIRS.length; year++) {
            for (; pairs < PAIRS[year]; pairs++) {
                Pair.make(
                        draft,
                        order.get(2 * pairs),
                        order.get(2 * pairs + 1),
                        new Pair.Terms(
                                "pathfinder-" + two(pairs + 1),
                                programme,
                                null,
                                "pathfinder",
                                since(STARTS.get(year))));
            }
        }
    }
}
