package uk.middletier.example;

import static uk.middletier.example.Days.day;
import static uk.middletier.example.Days.september;
import static uk.middletier.example.Days.span;
import static uk.middletier.example.Days.two;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Families of like schools in three city regions, the weak paired with the strong. */
final class CityChallenge implements ExampleSystem {
    private static final String CITE = "Armstrong 2015";
    private static final Period YEARS = span(day(2008, 4), day(2011, 4));
    private static final LocalDate COUNTED = day(2010, 1);
    private static final int PAIRS = 9;

    private record Region(
            String key,
            String name,
            List<String> authorities,
            int primaries,
            int secondaries,
            int primaryFamilies,
            int secondaryFamilies) {}

    /** Parts of each region are enough; how many schools of each authority, and how many families of both phases. */
    private static final List<Region> REGIONS = List.of(
            new Region("london", "London", List.of("204", "209", "210", "211", "316", "320"), 10, 4, 6, 2),
            new Region("black-country", "Black Country", List.of("332", "333", "335", "336"), 12, 4, 5, 2),
            new Region(
                    "greater-manchester",
                    "Greater Manchester",
                    List.of("350", "351", "352", "353", "354", "355", "356", "357", "358", "359"),
                    9,
                    3,
                    9,
                    3));

    @Override
    public Example describe() {
        return new Example(
                "city-challenge",
                "city-challenge",
                7,
                "City Challenge",
                CITE,
                "P. Armstrong (2015), \"Effective school partnerships and collaboration for school improvement: a review of the"
                        + " evidence\", Department for Education, research report RR466",
                List.of(
                        "From 2008 to 2011 London, the Black Country and Greater Manchester put schools of like intake into"
                                + " families across authorities, so that they could compare themselves, and paired low"
                                + " performers with high ones.",
                        "Only parts of the regions are made, with fewer schools than there were; families, pairs and ratings"
                                + " are chosen, in today's words."),
                List.of(
                        Figure.exactly("city-challenge-regions", "Regions", 3, "regions", COUNTED, CITE),
                        new Figure("city-challenge-first", "Year it began", "2008", 2008, 2008, "year", null, CITE),
                        new Figure("city-challenge-last", "Year it ended", "2011", 2011, 2011, "year", null, CITE),
                        Figure.always(
                                "city-challenge-across", "Families across authorities", "families of schools", CITE),
                        Figure.always(
                                "city-challenge-alike",
                                "Families whose intakes vary less than their region's",
                                "families of schools",
                                CITE),
                        Figure.always(
                                "city-challenge-pairs",
                                "Pairs of an outstanding or good school with one that is neither",
                                "low performers paired with high",
                                CITE)));
    }

    @Override
    public void fill(Draft draft) {
        String programme = draft.programme("city-challenge", "City Challenge", "England", YEARS);
        REGIONS.forEach(region -> fill(draft, programme, region));
    }

    private static void fill(Draft draft, String programme, Region region) {
        List<School> primaries = new ArrayList<>();
        List<School> secondaries = new ArrayList<>();
        for (String authority : region.authorities) {
            primaries.addAll(draft.schools(region.primaries, authority, Kind.PRIMARY));
            secondaries.addAll(draft.schools(region.secondaries, authority, Kind.SECONDARY));
        }
        List<School> all = new ArrayList<>(primaries);
        all.addAll(secondaries);
        // evenly spread, or the family of the poorest would be wider than its region
        all.forEach(school -> school.fsmPercent = draft.dice.between(50, 600) / 10.0);
        Body challenge = draft.body(BodyKind.LEARNING_PARTNERSHIP, region.key, region.name + " (City Challenge)", YEARS)
                .under(programme);
        draft.members(challenge, all);
        families(draft, programme, challenge, region.key + "-primary", primaries, region.primaryFamilies);
        families(draft, programme, challenge, region.key + "-secondary", secondaries, region.secondaryFamilies);
        pairs(draft, programme, challenge, region.key, primaries, secondaries);
    }

    private static void families(
            Draft draft, String programme, Body challenge, String key, List<School> schools, int families) {
        List<List<School>> cut = Deal.inOrder(Deal.byFreeMeals(schools), families);
        Deal.acrossAuthorities(cut);
        for (int i = 0; i < cut.size(); i++) {
            Body family = draft.body(
                            BodyKind.IMPROVEMENT_GROUP,
                            key + "-" + two(i + 1),
                            challenge.name + ", " + key.substring(key.lastIndexOf('-') + 1) + " family " + (i + 1),
                            YEARS)
                    .under(programme)
                    .partOf(challenge);
            draft.members(family, cut.get(i));
        }
    }

    private static void pairs(
            Draft draft,
            String programme,
            Body challenge,
            String key,
            List<School> primaries,
            List<School> secondaries) {
        int number = 0;
        for (List<School> phase : List.of(primaries, secondaries)) {
            Ratings.throwFor(draft, phase);
            List<School> high = Pair.rated(draft, phase, List.of("Outstanding", "Good"));
            List<School> low = Pair.rated(draft, phase, Ratings.LOW);
            int pairs = Math.min(low.size(), phase == primaries ? PAIRS : PAIRS / 2);
            for (int i = 0; i < pairs; i++) {
                number++;
                LocalDate from = september(2008 + i % 2);
                Period span = span(from, YEARS.to());
                Pair.make(
                        draft,
                        high.get(i),
                        low.get(i),
                        new Pair.Terms(key + "-pair-" + two(number), programme, challenge.id, "intensive", span));
            }
        }
    }
}
