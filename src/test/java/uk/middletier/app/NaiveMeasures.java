package uk.middletier.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.MeasureStatements.Question;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Scope;
import uk.middletier.model.Weight;

/**
 * The measures of areas once more, slowly: from lists of rows, by their definitions, without arrays, sweeps or traits.
 * Shares nothing with what it checks but the graph it reads.
 */
final class NaiveMeasures {
    private static final Set<String> TRUSTS = Set.of("MultiAcademyTrust", "SingleAcademyTrust");
    private static final Set<String> TRUST_GROUPS = Set.of(
            "academy", "city-technology-college", "free-school", "university-technical-college", "studio-school");

    private final Map<Long, School> schools = new HashMap<>();
    private final Map<String, List<School>> lineages = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> formalities = new HashMap<>();
    private final Map<String, LocalDate> ends = new HashMap<>();
    private final Map<String, List<Tie>> areaTies = new HashMap<>();
    private final Map<String, List<String>> successors = new HashMap<>();

    private record Tie(
            String to, @Nullable LocalDate from, @Nullable LocalDate until) {
        boolean on(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (until == null || day.isBefore(until));
        }
    }

    private static final class School {
        String id = "";
        String group = "";
        String type = "";
        String phase = "";
        String lineage = "";

        @Nullable
        Long pupils;

        final Map<String, List<Tie>> ties = new HashMap<>();

        List<Tie> ties(String relation, LocalDate day) {
            return ties.getOrDefault(relation, List.of()).stream()
                    .filter(tie -> tie.on(day))
                    .toList();
        }
    }

    /** A school that counts on a day. */
    private record Counted(School school, String governor, Set<String> areas) {}

    NaiveMeasures(GraphStore store) {
        each(
                store,
                "MATCH (n) WHERE n:Body OR n:Area RETURN n.id AS id, n.kind AS kind, n.formality AS f, n.to AS to",
                row -> {
                    kinds.put(row.string("id"), row.string("kind"));
                    formalities.put(row.string("id"), String.valueOf(row.get("f")));
                    LocalDate to = row.date("to");
                    if (to != null) {
                        ends.put(row.string("id"), to);
                    }
                });
        each(
                store,
                "MATCH (s:School) RETURN s.urn AS urn, s.id AS id, s.group AS g, s.type AS t, s.phase AS p, s.pupils AS n,"
                        + " s.lineage AS l",
                row -> {
                    School school = new School();
                    school.id = row.string("id");
                    school.group = String.valueOf(row.get("g"));
                    school.type = String.valueOf(row.get("t"));
                    school.phase = String.valueOf(row.get("p"));
                    school.pupils = (Long) row.get("n");
                    school.lineage = String.valueOf(row.get("l"));
                    lineages.computeIfAbsent(school.lineage, none -> new ArrayList<>())
                            .add(school);
                    schools.put(row.integer("urn"), school);
                });
        each(
                store,
                "MATCH (s:School)-[r:GOVERNED_BY|MEMBER_OF|SPONSORED_BY|IN_AREA]->(b)"
                        + " RETURN s.urn AS urn, type(r) AS r, b.id AS b, r.from AS from, r.to AS to",
                row -> Objects.requireNonNull(schools.get(row.integer("urn")))
                        .ties
                        .computeIfAbsent(row.string("r"), none -> new ArrayList<>())
                        .add(new Tie(row.string("b"), row.date("from"), row.date("to"))));
        each(
                store,
                "MATCH (a:Area)-[r:IN_AREA]->(b:Area) RETURN a.id AS a, b.id AS b, r.from AS from, r.to AS to",
                row -> areaTies.computeIfAbsent(row.string("a"), none -> new ArrayList<>())
                        .add(new Tie(row.string("b"), row.date("from"), row.date("to"))));
        each(
                store,
                "MATCH (a:Area)-[:SUCCEEDED_BY]->(b:Area) RETURN a.id AS a, b.id AS b",
                row -> successors
                        .computeIfAbsent(row.string("a"), none -> new ArrayList<>())
                        .add(row.string("b")));
    }

    /** Area → measure → value, null where undefined; areas that have a school that counts. */
    Map<String, Map<String, @Nullable Double>> of(Question question) {
        Map<String, List<Counted>> now = byArea(question, question.asOf());
        Map<String, List<Counted>> before = byArea(question, question.asOf().minusYears(1));
        Map<String, Set<School>> trusts = everywhere(question.asOf());
        Map<String, Map<String, @Nullable Double>> values = new TreeMap<>();
        now.forEach((area, counted) -> {
            Map<String, @Nullable Double> of = new LinkedHashMap<>();
            composition(of, counted, question);
            trustSizes(of, counted, trusts, area, question);
            shares(of, counted, before.getOrDefault(area, List.of()), question);
            values.put(area, of);
        });
        return values;
    }

    private Map<String, List<Counted>> byArea(Question question, LocalDate day) {
        Map<String, List<Counted>> areas = new HashMap<>();
        for (School school : schools.values()) {
            for (Tie governed : school.ties("GOVERNED_BY", day)) {
                Set<String> lies = areas(school, question.by(), question.geography(), day);
                boolean inside = question.within() == null
                        || areas(school, question.within().kind(), question.geography(), day)
                                .contains(question.within().id());
                boolean wanted = inside
                        && (question.phases().isEmpty() || question.phases().contains(school.phase))
                        && inScope(school, question.scope());
                if (wanted) {
                    lies.forEach(area -> areas.computeIfAbsent(area, none -> new ArrayList<>())
                            .add(new Counted(school, governed.to(), lies)));
                }
            }
        }
        return areas;
    }

    private Map<String, Set<School>> everywhere(LocalDate day) {
        Map<String, Set<School>> trusts = new HashMap<>();
        for (School school : schools.values()) {
            school.ties("GOVERNED_BY", day)
                    .forEach(tie -> trusts.computeIfAbsent(tie.to(), none -> new HashSet<>())
                            .add(school));
        }
        return trusts;
    }

    private Set<String> areas(School school, AreaKind kind, Geography geography, LocalDate day) {
        boolean now = geography == Geography.CURRENT;
        List<String> direct = school.ties("IN_AREA", day).stream()
                .map(Tie::to)
                .filter(id -> kind(id).equals(kind.label()))
                .toList();
        if (kind == AreaKind.DIOCESE || kind == AreaKind.CONSTITUENCY || (kind == AreaKind.LOCAL_AUTHORITY && !now)) {
            return new HashSet<>(direct);
        }
        List<String> authorities = now
                ? currentAuthority(school)
                : school.ties("IN_AREA", day).stream()
                        .map(Tie::to)
                        .filter(id -> kind(id).equals("LocalAuthority"))
                        .toList();
        if (kind == AreaKind.LOCAL_AUTHORITY) {
            return new HashSet<>(authorities);
        }
        Set<String> reached = new HashSet<>();
        for (String authority : authorities) {
            for (Tie tie : areaTies.getOrDefault(authority, List.of())) {
                if (now || tie.on(day)) {
                    reached.add(tie.to());
                    for (Tie next : areaTies.getOrDefault(tie.to(), List.of())) {
                        if (now || next.on(day)) {
                            reached.add(next.to());
                        }
                    }
                }
            }
        }
        reached.removeIf(id -> !kind(id).equals(kind.label()));
        return reached;
    }

    private List<String> currentAuthority(School school) {
        String last = lastAuthority(school);
        if (last == null) {
            return List.of();
        }
        String now = now(last);
        if (now != null) {
            return List.of(now);
        }
        Set<String> ofKin = new HashSet<>();
        for (School kin : lineages.getOrDefault(school.lineage, List.of())) {
            String kinLast = lastAuthority(kin);
            String kinNow = kinLast == null ? null : now(kinLast);
            if (kinNow != null) {
                ofKin.add(kinNow);
            }
        }
        return ofKin.size() == 1 ? List.copyOf(ofKin) : List.of(last);
    }

    private @Nullable String lastAuthority(School school) {
        String last = null;
        LocalDate latest = LocalDate.MIN;
        for (Tie tie : school.ties.getOrDefault("IN_AREA", List.of())) {
            LocalDate from = tie.from() == null ? LocalDate.MIN : tie.from();
            if (kind(tie.to()).equals("LocalAuthority") && (last == null || from.isAfter(latest))) {
                last = tie.to();
                latest = from;
            }
        }
        return last;
    }

    /** The one that took its place, or itself; null if it was divided. */
    private @Nullable String now(String authority) {
        String now = authority;
        while (ends.containsKey(now)) {
            List<String> next = successors.getOrDefault(now, List.of());
            if (next.size() != 1) {
                return null;
            }
            now = next.get(0);
        }
        return now;
    }

    private void composition(Map<String, @Nullable Double> of, List<Counted> counted, Question question) {
        LocalDate day = question.asOf();
        double whole = counted.stream().mapToDouble(c -> weight(c, question)).sum();
        Map<String, Predicate<Counted>> counts = new LinkedHashMap<>();
        counts.put("schools", c -> true);
        counts.put("laMaintained", c -> c.school.group.equals("la-maintained"));
        counts.put("academies", c -> c.school.group.equals("academy"));
        counts.put("freeSchools", c -> c.school.group.equals("free-school"));
        counts.put(
                "academiesAndFreeSchools", c -> Set.of("academy", "free-school").contains(c.school.group));
        counts.put("universityTechnicalColleges", c -> c.school.group.equals("university-technical-college"));
        counts.put("studioSchools", c -> c.school.group.equals("studio-school"));
        counts.put("cityTechnologyColleges", c -> c.school.group.equals("city-technology-college"));
        counts.put("singleAcademyTrust", c -> kind(c.governor).equals("SingleAcademyTrust"));
        counts.put("multiAcademyTrust", c -> kind(c.governor).equals("MultiAcademyTrust"));
        counts.put("academyTrustUnknown", c -> kind(c.governor).equals("UnknownTrust"));
        counts.put("welshMaintained", c -> c.school.group.equals("welsh-maintained"));
        counts.put("federated", c -> inFederation(c.school, day));
        counts.put("communitySchools", c -> c.school.type.equals("Community school"));
        counts.put("voluntaryAidedSchools", c -> c.school.type.equals("Voluntary aided school"));
        counts.put("voluntaryControlledSchools", c -> c.school.type.equals("Voluntary controlled school"));
        counts.put("foundationSchools", c -> c.school.type.equals("Foundation school"));
        counts.put("nurserySchools", c -> c.school.type.equals("Local authority nursery school"));
        counts.put("converterAcademies", c -> c.school.type.matches("Academy.*converter"));
        counts.put("sponsorLedAcademies", c -> c.school.type.matches("Academy.*sponsor led"));
        counts.put("specialSchools", c -> special(c.school));
        counts.put("alternativeProvision", c -> alternative(c.school));
        counts.put("primarySchools", c -> c.school.phase.matches("Primary|Middle deemed primary"));
        counts.put("secondarySchools", c -> c.school.phase.matches("Secondary|Middle deemed secondary"));
        counts.put("allThroughSchools", c -> c.school.phase.equals("All-through"));
        counts.put("inHardGovernance", c -> inBodyOf(c.school, "hard-governance", day));
        counts.put("inSoftGovernance", c -> inBodyOf(c.school, "soft-governance", day));
        counts.put("inSoftCollaboration", c -> inBodyOf(c.school, "soft", day));
        counts.put("inInformalCollaboration", c -> inBodyOf(c.school, "informal", day));
        counts.forEach(
                (id, test) -> of.put(id, (double) counted.stream().filter(test).count()));
        Map<String, Predicate<Counted>> shares = new LinkedHashMap<>();
        shares.put("academyShare", c -> TRUST_GROUPS.contains(c.school.group));
        shares.put("laShare", c -> kind(c.governor).equals("LocalAuthority"));
        shares.put("satShare", c -> kind(c.governor).equals("SingleAcademyTrust"));
        shares.put("matShare", c -> kind(c.governor).equals("MultiAcademyTrust"));
        shares.put("federatedShare", c -> inFederation(c.school, day));
        shares.put("freeSchoolShare", c -> c.school.group.equals("free-school"));
        shares.put("trustUnknownShare", c -> kind(c.governor).equals("UnknownTrust"));
        shares.put(
                "unattachedShare",
                c -> kind(c.governor).equals("SingleAcademyTrust")
                        && c.school.ties("MEMBER_OF", day).isEmpty());
        shares.forEach((id, test) -> of.put(
                id,
                whole == 0
                        ? null
                        : counted.stream()
                                        .filter(test)
                                        .mapToDouble(c -> weight(c, question))
                                        .sum()
                                / whole));
        List<Long> rolls = counted.stream()
                .map(c -> c.school.pupils)
                .filter(roll -> roll != null)
                .toList();
        of.put(
                "pupils",
                rolls.isEmpty()
                        ? null
                        : (double) rolls.stream().mapToLong(roll -> roll).sum());
        of.put("pupilCoverage", (double) rolls.size() / counted.size());
    }

    private void trustSizes(
            Map<String, @Nullable Double> of,
            List<Counted> counted,
            Map<String, Set<School>> everywhere,
            String area,
            Question question) {
        Map<String, List<Counted>> byTrust = counted.stream()
                .filter(c -> TRUSTS.contains(kind(c.governor)))
                .collect(Collectors.groupingBy(c -> c.governor));
        of.put("trusts", (double) byTrust.size());
        Map<String, Predicate<Integer>> bins = new LinkedHashMap<>();
        bins.put("1", n -> n == 1);
        bins.put("2To5", n -> n >= 2 && n <= 5);
        bins.put("6To10", n -> n >= 6 && n <= 10);
        bins.put("11To20", n -> n >= 11 && n <= 20);
        bins.put("21To30", n -> n >= 21 && n <= 30);
        bins.put("31Plus", n -> n >= 31);
        bins.put("10Plus", n -> n >= 10);
        bins.forEach((bin, holds) -> {
            List<String> inBin = byTrust.keySet().stream()
                    .filter(trust ->
                            holds.test(everywhere.getOrDefault(trust, Set.of()).size()))
                    .toList();
            of.put("trustsOf" + bin, (double) inBin.size());
            of.put("schoolsInTrustsOf" + bin, (double) inBin.stream()
                    .mapToInt(trust -> byTrust.getOrDefault(trust, List.of()).size())
                    .sum());
        });
        of.put("crossPhaseTrusts", (double) byTrust.keySet().stream()
                .filter(trust -> everywhere.getOrDefault(trust, Set.of()).stream()
                                .anyMatch(s -> s.phase.matches("Primary|Middle deemed primary|All-through"))
                        && everywhere.getOrDefault(trust, Set.of()).stream()
                                .anyMatch(s -> s.phase.matches("Secondary|Middle deemed secondary|All-through")))
                .count());
        double alone = 0;
        double elsewhere = 0;
        double inTrusts = 0;
        for (Counted c : counted) {
            Set<School> sisters = everywhere.getOrDefault(c.governor, Set.of());
            boolean trust = TRUSTS.contains(kind(c.governor));
            if (trust
                    && (kind(c.governor).equals("SingleAcademyTrust") || sisters.size() == 1)
                    && c.school.ties("MEMBER_OF", question.asOf()).isEmpty()) {
                alone++;
            }
            if (trust) {
                inTrusts++;
                long inside = sisters.stream()
                        .filter(s -> areas(s, question.by(), question.geography(), question.asOf())
                                .contains(area))
                        .count();
                elsewhere += sisters.size() - inside > inside ? 1 : 0;
            }
        }
        of.put("disintermediation", alone / counted.size());
        of.put("crossBoundaryShare", inTrusts == 0 ? null : elsewhere / inTrusts);
    }

    private void shares(Map<String, @Nullable Double> of, List<Counted> now, List<Counted> before, Question question) {
        Map<String, Double> held = held(now, question, question.asOf());
        double whole = held.values().stream().mapToDouble(h -> h).sum();
        List<Double> s = held.values().stream().map(h -> h / whole).toList();
        int bodies = held.size();
        boolean none = whole == 0;
        double hhi = s.stream().mapToDouble(x -> x * x).sum();
        double shannon = -s.stream().mapToDouble(x -> x * Math.log(x)).sum();
        of.put("bodies", none ? null : (double) bodies);
        of.put("bodiesPer100Schools", none ? null : 100.0 * bodies / now.size());
        of.put("hhi", none ? null : hhi);
        of.put("effectiveBodies", none ? null : 1 / hhi);
        of.put("shannon", none ? null : shannon);
        of.put("hill1", none ? null : Math.exp(shannon));
        of.put(
                "largestShare",
                none ? null : s.stream().mapToDouble(x -> x).max().orElseThrow());
        of.put("evenness", none || bodies < 2 ? null : shannon / Math.log(bodies));
        Map<String, Double> heldBefore = held(before, question, question.asOf().minusYears(1));
        double wholeBefore = heldBefore.values().stream().mapToDouble(h -> h).sum();
        Set<String> all = new HashSet<>(held.keySet());
        all.addAll(heldBefore.keySet());
        of.put(
                "volatility",
                none || wholeBefore == 0
                        ? null
                        : all.stream()
                                        .mapToDouble(body -> Math.abs(held.getOrDefault(body, 0.0) / whole
                                                - heldBefore.getOrDefault(body, 0.0) / wholeBefore))
                                        .sum()
                                / 2);
    }

    private Map<String, Double> held(List<Counted> counted, Question question, LocalDate day) {
        Map<String, Double> held = new HashMap<>();
        counted.forEach(c -> held.merge(body(c, question, day), weight(c, question), Double::sum));
        held.values().removeIf(h -> h == 0);
        return held;
    }

    private String body(Counted c, Question question, LocalDate day) {
        String governing = kind(c.governor).equals("UnknownTrust") ? c.school.id : c.governor;
        return switch (question.partition()) {
            case GOVERNANCE -> governing;
            case FEDERATION ->
                kind(c.governor).equals("LocalAuthority")
                        ? first(c.school, "MEMBER_OF", "Federation", day, governing)
                        : governing;
            case SPONSOR -> first(c.school, "SPONSORED_BY", null, day, governing);
            case DIOCESE -> first(c.school, "IN_AREA", "Diocese", day, governing);
            case CONSTITUENCY -> first(c.school, "IN_AREA", "Constituency", day, governing);
        };
    }

    private String first(School school, String relation, @Nullable String kind, LocalDate day, String otherwise) {
        return school.ties(relation, day).stream()
                .map(Tie::to)
                .filter(id -> kind == null || kind(id).equals(kind))
                .sorted()
                .findFirst()
                .orElse(otherwise);
    }

    private static double weight(Counted c, Question question) {
        return question.weight() == Weight.SCHOOLS ? 1 : c.school.pupils == null ? 0 : c.school.pupils;
    }

    private boolean inFederation(School school, LocalDate day) {
        return school.ties("MEMBER_OF", day).stream()
                .anyMatch(tie -> kind(tie.to()).equals("Federation"));
    }

    private boolean inBodyOf(School school, String formality, LocalDate day) {
        return school.ties("MEMBER_OF", day).stream().anyMatch(tie -> formality.equals(formalities.get(tie.to())));
    }

    private static boolean inScope(School school, Scope scope) {
        return switch (scope) {
            case STATE_FUNDED -> true;
            case MAINSTREAM -> !special(school) && !alternative(school);
            case SPECIAL -> special(school);
            case ALTERNATIVE_PROVISION -> alternative(school) && !special(school);
            case TRUST_RUN -> TRUST_GROUPS.contains(school.group);
        };
    }

    private static boolean special(School school) {
        return school.type.toLowerCase(Locale.ROOT).contains("special");
    }

    private static boolean alternative(School school) {
        String type = school.type.toLowerCase(Locale.ROOT);
        return type.contains("alternative provision") || type.contains("pupil referral unit");
    }

    private String kind(String id) {
        return kinds.getOrDefault(id, "");
    }

    private static void each(GraphStore store, String text, java.util.function.Consumer<Row> consumer) {
        try (Rows rows = store.read(new Statement(text, Map.of()), Duration.ofMinutes(1))) {
            while (rows.hasNext()) {
                consumer.accept(rows.next());
            }
        }
    }
}
