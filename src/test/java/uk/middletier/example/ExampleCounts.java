package uk.middletier.example;

import static uk.middletier.example.ExampleRows.end;
import static uk.middletier.example.ExampleRows.first;
import static uk.middletier.example.ExampleRows.share;
import static uk.middletier.example.ExampleRows.span;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How each published figure is counted over the rows, plainly and without any of the program. Long because there are many
 * of them; each is read by itself.
 */
final class ExampleCounts {
    private static final Set<String> LOW = Set.of("Requires improvement", "Inadequate");
    private static final Set<String> HIGH = Set.of("Outstanding", "Good");

    final Map<String, ToDoubleFunction<ExampleRows>> counts = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();

    ExampleCounts() {
        Examples.list()
                .forEach(example -> example.figures()
                        .forEach(figure ->
                                days.put(figure.id(), Objects.requireNonNullElse(figure.day(), LocalDate.EPOCH))));
        challenge();
        pairs();
        consortia();
        innerCity();
        counties();
        city();
        leaders();
        past();
        managers();
        umbrellas();
        federations();
    }

    double count(Figure figure, ExampleRows rows) {
        return Objects.requireNonNull(counts.get(figure.id()), figure.id()).applyAsDouble(rows);
    }

    private void put(String id, ToDoubleFunction<ExampleRows> count) {
        counts.put(id, count);
    }

    /** What is counted on the figure's day. */
    private void onDay(String id, ToDoubleBiFunction<ExampleRows, LocalDate> count) {
        LocalDate day = Objects.requireNonNull(days.get(id), id);
        counts.put(id, rows -> count.applyAsDouble(rows, day));
    }

    private void challenge() {
        put("csw-schools", rows -> rows.schools.size());
        put("csw-authorities", rows -> distinct(rows.schools, "authority"));
        onDay("csw-primary-groups", (rows, day) -> groups(rows, day, "primary").size());
        onDay(
                "csw-secondary-groups",
                (rows, day) -> groups(rows, day, "secondary").size());
        onDay(
                "csw-group-smallest",
                (rows, day) -> sizes(rows, "ImprovementGroup", day).min().orElseThrow());
        onDay(
                "csw-group-largest",
                (rows, day) -> sizes(rows, "ImprovementGroup", day).max().orElseThrow());
        put(
                "csw-groups-across",
                rows -> share(
                        years().flatMap(day ->
                                rows.bodies("ImprovementGroup", day).stream().map(group -> rows.members(group, day))),
                        members -> rows.distinct(members, "authority") > 1));
        put(
                "csw-groups-mixed",
                rows -> share(
                        years().flatMap(day ->
                                Stream.of("primary", "secondary").flatMap(phase -> mixed(rows, day, phase))),
                        mixed -> mixed));
        onDay("csw-hubs", (rows, day) -> rows.bodies("Hub", day).size());
        onDay("csw-hub-engagement-1", (rows, day) -> 100.0 * rows.inKind("Hub", day) / rows.schools.size());
        onDay("csw-hub-engagement-4", (rows, day) -> 100.0 * rows.inKind("Hub", day) / rows.schools.size());
        onDay(
                "csw-hubs-reset",
                (rows, day) -> rows.bodies("Hub", day.minusDays(1)).stream()
                        .filter(hub -> span(hub).contains(day))
                        .count());
        onDay("csw-peer-1", (rows, day) -> rows.inKind("PeerEnquiryGroup", day));
        onDay("csw-peer-4", (rows, day) -> rows.inKind("PeerEnquiryGroup", day));
        onDay("csw-peer-share-1", (rows, day) -> 100.0 * rows.inKind("PeerEnquiryGroup", day) / rows.schools.size());
        onDay("csw-peer-share-4", (rows, day) -> 100.0 * rows.inKind("PeerEnquiryGroup", day) / rows.schools.size());
        onDay("csw-pairs-1", (rows, day) -> rows.bodies("Pairing", day).size());
        onDay("csw-pairs-4", (rows, day) -> rows.bodies("Pairing", day).size());
        onDay(
                "csw-no-group-4",
                (rows, day) ->
                        100.0 * (rows.schools.size() - rows.inKind("ImprovementGroup", day)) / rows.schools.size());
        onDay("csw-joint-practice-1", ExampleCounts::jointPractice);
        onDay("csw-joint-practice-4", ExampleCounts::jointPractice);
    }

    private static Stream<LocalDate> years() {
        return Stream.of(2014, 2015, 2016, 2017).map(year -> LocalDate.of(year, 7, 1));
    }

    private static List<NamedCsvRecord> groups(ExampleRows rows, LocalDate day, String phase) {
        return rows.bodies("ImprovementGroup", day).stream()
                .filter(row -> row.getField("id").startsWith("group:csw-" + phase))
                .toList();
    }

    /** For each group of the phase, whether it has schools of the lowest and of the highest third of all of them. */
    private static Stream<Boolean> mixed(ExampleRows rows, LocalDate day, String phase) {
        List<List<String>> groups = groups(rows, day, phase).stream()
                .map(group -> rows.members(group, day))
                .toList();
        double[] intakes = groups.stream()
                .flatMap(List::stream)
                .mapToDouble(school -> rows.number(school, "fsmPercent"))
                .sorted()
                .toArray();
        double low = intakes[intakes.length / 3];
        double high = intakes[2 * intakes.length / 3];
        return groups.stream()
                .map(group -> group.stream().anyMatch(school -> rows.number(school, "fsmPercent") <= low)
                        && group.stream().anyMatch(school -> rows.number(school, "fsmPercent") >= high));
    }

    private static double jointPractice(ExampleRows rows, LocalDate day) {
        return rows.observations.stream()
                .filter(row -> row.getField("measure").equals("joint-practice")
                        && span(row).contains(day))
                .mapToDouble(row -> Double.parseDouble(row.getField("value")))
                .findFirst()
                .orElseThrow();
    }

    private void pairs() {
        onDay("lepp-pairs-1", (rows, day) -> rows.bodies("Pairing", day).size());
        put(
                "lepp-months",
                rows -> only(rows.bodies("Pairing").stream()
                        .filter(pair -> pair.getField("id").startsWith("pairing:lepp-1-"))
                        .map(pair -> ChronoUnit.MONTHS.between(first(pair), end(pair)))));
        put("lepp-tranches", rows -> distinct(rows.bodies("Pairing"), "from"));
        onDay("lepp-schools-2", (rows, day) -> rows.inKind("Pairing", day));
        put(
                "lepp-matched",
                rows -> share(rows.bodies("Pairing").stream().map(rows::members), pair -> {
                    String lead = pair.get(0);
                    String emerging = pair.get(1);
                    double roll = rows.number(lead, "pupils");
                    return pair.size() == 2
                            && rows.distinct(pair, "phase") == 1
                            && Math.abs(rows.number(emerging, "pupils") - roll) <= 0.1 * roll
                            && Math.abs(rows.number(emerging, "fsmPercent") - rows.number(lead, "fsmPercent")) <= 3;
                }));
    }

    private void consortia() {
        onDay("sen-consortia", (rows, day) -> rows.bodies("Collaborative", day).size());
        onDay(
                "sen-smallest",
                (rows, day) -> sizes(rows, "Collaborative", day).min().orElseThrow());
        onDay(
                "sen-largest",
                (rows, day) -> sizes(rows, "Collaborative", day).max().orElseThrow());
        put(
                "sen-primaries",
                rows -> share(
                        rows.bodies("Collaborative").stream().flatMap(body -> rows.members(body).stream()),
                        school -> rows.school(school).getField("phase").equals("Primary")));
        put(
                "sen-network-age",
                rows -> ChronoUnit.YEARS.between(
                        first(rows.bodies("LearningPartnership").get(0)),
                        first(rows.bodies("Collaborative").get(0))));
        put(
                "sen-cross-phase",
                rows -> share(
                        rows.bodies("LearningPartnership").stream(),
                        network -> rows.distinct(rows.members(network), "phase") > 1));
        put(
                "sen-both",
                rows -> share(
                        rows.bodies("Collaborative").stream().flatMap(body -> rows.members(body).stream()),
                        school -> rows.bodiesOf(school, "LearningPartnership").size() == 1));
    }

    private void innerCity() {
        put(
                "inner-city-authorities",
                rows -> rows.distinct(rows.members(rows.body("partnership:inner-city-table")), "authority"));
        put(
                "inner-city-teaching-schools",
                rows -> rows.members(rows.body("partnership:inner-city-table")).stream()
                        .filter(rows.designated("teaching-school")::contains)
                        .count());
        put(
                "inner-city-commissioner",
                rows -> rows.supports.stream()
                        .filter(row -> row.getField("broker").equals("collaborative:inner-city-commissioner"))
                        .count());
        onDay(
                "inner-city-chair",
                (rows, day) -> rows.observations.stream()
                        .filter(row -> row.getField("measure").equals("chair")
                                && span(row).contains(day))
                        .filter(row -> row.getField("value").equals("independent"))
                        .count());
        put(
                "inner-city-brokered",
                rows -> share(
                        rows.supports.stream(), row -> !row.getField("broker").isEmpty()));
        put(
                "inner-city-brokers",
                rows -> rows.supports.stream()
                        .map(row -> row.getField("broker"))
                        .map(broker -> broker.substring(0, broker.indexOf(':')))
                        .distinct()
                        .count());
        put(
                "inner-city-intelligence",
                rows -> share(
                        rows.supports.stream(),
                        support -> rows.observations.stream()
                                .anyMatch(row -> row.getField("measure").equals("shared-intelligence")
                                        && row.getField("subject").equals("school:" + support.getField("supported"))
                                        && first(row).isBefore(first(support)))));
    }

    private void counties() {
        onDay(
                "rural-alliances-alliances",
                (rows, day) -> rows.bodies("Collaborative", day).size());
        put(
                "rural-alliances-outside",
                rows -> rows.schools.stream()
                        .filter(row -> rows.bodiesOf(row.getField("school"), "Collaborative")
                                .isEmpty())
                        .count());
        put(
                "rural-alliances-one",
                rows -> share(
                        rows.memberships.stream().map(row -> row.getField("school")),
                        school -> rows.bodiesOf(school, "Collaborative").size() == 1));
        put("rural-alliances-compass", ExampleCounts::compass);

        onDay(
                "rural-competition-service",
                (rows, day) -> rows.bodies("Hub", day).size());
        put(
                "rural-competition-teaching-schools",
                rows -> rows.designated("teaching-school").size());
        put(
                "rural-competition-both",
                rows -> rows.schools.stream()
                        .map(row -> row.getField("school"))
                        .filter(school -> !rows.academy(school))
                        .filter(school -> !rows.bodiesOf(school, "Hub").isEmpty()
                                && !rows.bodiesOf(school, "TeachingSchoolAlliance")
                                        .isEmpty())
                        .count());
        put(
                "rural-competition-inside",
                rows -> share(
                        rows.supports.stream().filter(row -> rows.academy(row.getField("supported"))),
                        row -> rows.bodiesOf(row.getField("supported"), "MultiAcademyTrust")
                                .equals(rows.bodiesOf(row.getField("supporter"), "MultiAcademyTrust"))));
        onDay(
                "rural-competition-academies-served",
                (rows, day) -> rows.bodies("Hub", day).stream()
                        .flatMap(hub -> rows.members(hub, day).stream())
                        .filter(rows::academy)
                        .count());
    }

    private static double compass(ExampleRows rows) {
        List<String> north = rows.members(rows.body("collaborative:rural-alliances-north"));
        List<String> west = rows.members(rows.body("collaborative:rural-alliances-west"));
        List<String> south = rows.members(rows.body("collaborative:rural-alliances-south"));
        double northerly = Stream.concat(west.stream(), south.stream())
                .mapToDouble(school -> rows.number(school, "latitude"))
                .max()
                .orElseThrow();
        double westerly = south.stream()
                .mapToDouble(school -> rows.number(school, "longitude"))
                .min()
                .orElseThrow();
        return share(
                Stream.concat(
                        north.stream().map(school -> rows.number(school, "latitude") >= northerly),
                        west.stream().map(school -> rows.number(school, "longitude") <= westerly)),
                there -> there);
    }

    private void city() {
        onDay(
                "city-challenge-regions",
                (rows, day) -> rows.bodies("LearningPartnership", day).size());
        put(
                "city-challenge-first",
                rows -> only(rows.bodies("LearningPartnership").stream()
                        .map(row -> (long) first(row).getYear())));
        put(
                "city-challenge-last",
                rows -> only(rows.bodies("LearningPartnership").stream().map(row -> (long) end(row).getYear())));
        put(
                "city-challenge-across",
                rows -> share(
                        rows.bodies("ImprovementGroup").stream(),
                        family -> rows.distinct(rows.members(family), "authority") > 1));
        put(
                "city-challenge-alike",
                rows -> share(
                        rows.bodies("ImprovementGroup").stream(),
                        family -> deviation(rows, rows.members(family))
                                < deviation(rows, rows.members(rows.body(family.getField("parent"))))));
        put(
                "city-challenge-pairs",
                rows -> share(
                        rows.bodies("Pairing").stream().map(rows::members),
                        pair -> pair.size() == 2
                                && HIGH.contains(rows.school(pair.get(0)).getField("ofstedRating"))
                                && LOW.contains(rows.school(pair.get(1)).getField("ofstedRating"))));
    }

    private void leaders() {
        put("leaders-national", rows -> rows.designated("NLE").size());
        put("leaders-local", rows -> rows.designated("LLE").size());
        put("leaders-teaching", rows -> rows.designated("teaching-school").size());
        put(
                "leaders-support-schools",
                rows -> share(rows.designated("NLE").stream(), rows.designated("NSS")::contains));
        put(
                "leaders-alliances",
                rows -> share(
                        rows.bodies("TeachingSchoolAlliance").stream(),
                        alliance -> rows.designated("teaching-school").contains(alliance.getField("leadSchool"))));
        put(
                "leaders-designated",
                rows -> share(
                        rows.supports.stream(),
                        support -> rows.designations.stream()
                                .anyMatch(row -> row.getField("school").equals(support.getField("supporter"))
                                        && row.getField("programme").equals(support.getField("programme"))
                                        && span(row).contains(first(support)))));
    }

    private void past() {
        onDay(
                "past-networks",
                (rows, day) -> rows.bodies("ImprovementGroup", day).size());
        onDay("past-network-schools", (rows, day) -> rows.inKind("ImprovementGroup", day));
        put(
                "past-network-years",
                rows -> only(rows.bodies("ImprovementGroup").stream()
                        .map(row -> ChronoUnit.YEARS.between(first(row), end(row)))));
        put(
                "past-beacon-first",
                rows -> beacons(rows)
                        .mapToInt(row -> first(row).getYear())
                        .min()
                        .orElseThrow());
        put(
                "past-beacon-support",
                rows -> share(
                        rows.supports.stream(), row -> rows.designated("beacon").contains(row.getField("supporter"))));
        put(
                "past-issp-first",
                rows -> rows.bodies("Collaborative").stream()
                        .mapToInt(row -> first(row).getYear())
                        .min()
                        .orElseThrow());
        put(
                "past-issp-across",
                rows -> share(
                        rows.bodies("Collaborative").stream().map(rows::members),
                        pair -> rows.distinct(pair, "type") == 2
                                && pair.stream()
                                                .filter(school -> rows.school(school)
                                                        .getField("type")
                                                        .equals("Other independent school"))
                                                .count()
                                        == 1));
        put(
                "past-specialist",
                rows -> share(
                        rows.designated("specialist").stream(),
                        school -> rows.school(school).getField("phase").equals("Secondary")));
    }

    private static Stream<NamedCsvRecord> beacons(ExampleRows rows) {
        return rows.designations.stream()
                .filter(row -> row.getField("designation").equals("beacon"));
    }

    private void managers() {
        onDay(
                "managers-projects",
                (rows, day) -> rows.bodies("SharedLeadership", day).size());
        onDay("managers-schools", (rows, day) -> rows.inKind("SharedLeadership", day));
        put(
                "managers-one",
                rows -> share(
                        rows.memberships.stream().map(row -> row.getField("school")),
                        school -> rows.bodiesOf(school, "SharedLeadership").size() == 1));
    }

    private void umbrellas() {
        put("umbrella-umbrellas", rows -> rows.bodies("UmbrellaTrust").size());
        put(
                "umbrella-trusts",
                rows -> share(
                        rows.bodies("UmbrellaTrust").stream(),
                        umbrella -> rows.bodies.stream()
                                        .filter(row -> row.getField("parent").equals(umbrella.getField("id")))
                                        .count()
                                >= 2));
        put("umbrella-partnerships", rows -> rows.bodies("Collaborative").size());
        put(
                "umbrella-separate",
                rows -> share(
                        rows.bodies("Collaborative").stream().map(rows::members),
                        members -> members.stream()
                                        .flatMap(school -> rows.bodiesOf(school, "SingleAcademyTrust").stream())
                                        .distinct()
                                        .count()
                                == members.size()));
        put("umbrella-sponsored", rows -> chains(rows, "Academy sponsor led"));
        put("umbrella-converters", rows -> chains(rows, "Academy converter"));
    }

    /** Multi-academy trusts under no umbrella all of whose schools are of the type. */
    private static double chains(ExampleRows rows, String type) {
        return rows.bodies("MultiAcademyTrust").stream()
                .filter(trust -> trust.getField("parent").isEmpty())
                .filter(trust -> rows.members(trust).stream()
                        .allMatch(school -> rows.school(school).getField("type").equals(type)))
                .count();
    }

    private void federations() {
        put("federations-types", rows -> {
            Set<String> types = new HashSet<>();
            groups(rows).forEach(group -> types.addAll(types(rows, group)));
            return types.size();
        });
        for (String type : List.of("cross-phase", "performance", "size", "mainstreaming", "faith", "academy")) {
            put(
                    "federations-" + type,
                    rows -> groups(rows).stream()
                            .filter(group -> types(rows, group).equals(Set.of(type)))
                            .count());
        }
        put("federations-formalities", rows -> distinct(rows.bodies, "formality"));
    }

    private static List<List<String>> groups(ExampleRows rows) {
        return Stream.concat(rows.bodies("Federation").stream(), rows.bodies("MultiAcademyTrust").stream())
                .map(rows::members)
                .toList();
    }

    /** Chapman and Muijs's types whose rule holds. */
    private static Set<String> types(ExampleRows rows, List<String> group) {
        Set<String> types = new HashSet<>();
        List<NamedCsvRecord> schools = group.stream().map(rows::school).toList();
        List<String> ratings =
                schools.stream().map(row -> row.getField("ofstedRating")).toList();
        List<Integer> rolls = schools.stream()
                .map(row -> Integer.parseInt(row.getField("pupils")))
                .toList();
        List<String> phases = schools.stream().map(row -> row.getField("phase")).toList();
        if (phases.contains("Primary") && phases.contains("Secondary")) {
            types.add("cross-phase");
        }
        if (ratings.stream().anyMatch(HIGH::contains) && ratings.stream().anyMatch(LOW::contains)) {
            types.add("performance");
        }
        long tiny = rolls.stream().filter(roll -> roll < 100).count();
        long small = rolls.stream().filter(roll -> roll >= 100 && roll <= 300).count();
        if (tiny >= 2 || (tiny == 1 && small == 1)) {
            types.add("size");
        }
        long special = schools.stream()
                .filter(row -> row.getField("type").contains("special"))
                .count();
        if (special > 0 && special < schools.size()) {
            types.add("mainstreaming");
        }
        if (rows.distinct(group, "religiousCharacter") == 1
                && !schools.get(0).getField("religiousCharacter").equals("Does not apply")) {
            types.add("faith");
        }
        if (group.stream().allMatch(rows::academy)) {
            types.add("academy");
        }
        return types;
    }

    private static LongStream sizes(ExampleRows rows, String kind, LocalDate day) {
        return rows.bodies(kind, day).stream()
                .mapToLong(body -> rows.members(body, day).size());
    }

    private static double distinct(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).distinct().count();
    }

    /** The one value that all have; no number if there are several. */
    private static double only(Stream<Long> values) {
        List<Long> distinct = new ArrayList<>(values.distinct().toList());
        return distinct.size() == 1 ? distinct.get(0) : Double.NaN;
    }

    private static double deviation(ExampleRows rows, List<String> schools) {
        double[] values = schools.stream()
                .mapToDouble(school -> rows.number(school, "fsmPercent"))
                .toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
