package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.Scope;
import uk.middletier.model.Weight;

/**
 * The plain Cypher of the measures of areas: what a sweep gives, as of one day, for those who want to check it or go on
 * from it. Measures that are made of the same rows share a statement. They are written out, not built, because they are
 * there to be read.
 */
public final class MeasureStatements {
    /** Measures made of the shares of bodies; {@code held} is what each body holds, {@code whole} what all hold. */
    private static final Map<String, String> OF_SHARES = ofShares();

    /** Measures that count schools one by one. */
    private static final Map<String, String> OF_SCHOOLS = ofSchools();

    /** Measures that ask for the size of trusts. */
    private static final Map<String, String> OF_TRUSTS = ofTrusts();

    private static final String VOLATILITY = "volatility";

    private MeasureStatements() {}

    /**
     * What is asked about.
     *
     * @param phases empty = every phase
     */
    public record Question(
            AreaKind by,
            @Nullable AreaFilter within,
            List<String> phases,
            Scope scope,
            Weight weight,
            Partition partition,
            Geography geography,
            LocalDate asOf) {
        /** Everything, by authority. */
        public static Question of(LocalDate asOf) {
            return new Question(
                    AreaKind.LOCAL_AUTHORITY,
                    null,
                    List.of(),
                    Scope.STATE_FUNDED,
                    Weight.SCHOOLS,
                    Partition.GOVERNANCE,
                    Geography.AS_WAS,
                    asOf);
        }

        private Question byGovernance() {
            return new Question(by, within, phases, scope, weight, Partition.GOVERNANCE, geography, asOf);
        }
    }

    /** Every measure that has a statement. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>(OF_SCHOOLS.keySet());
        ids.addAll(OF_TRUSTS.keySet());
        ids.addAll(OF_SHARES.keySet());
        ids.add(VOLATILITY);
        return ids;
    }

    /**
     * The statements of some measures, a few for all; none for {@code crossBoundaryShare} of areas as they are now. Columns: areaId, areaName, areaKind, and each measure by its id; a
     * row for every area that has a school.
     */
    public static List<Statement> of(Question question, List<String> measures) {
        List<Statement> statements = new ArrayList<>();
        List<String> schools = measures.stream().filter(OF_SCHOOLS::containsKey).toList();
        // Whether another school of a trust lies in an area as it is now takes more than a statement should.
        boolean current = question.geography() == Geography.CURRENT;
        List<String> trusts = measures.stream()
                .filter(OF_TRUSTS::containsKey)
                .filter(id -> !current || !id.equals("crossBoundaryShare"))
                .toList();
        List<String> shares = measures.stream().filter(OF_SHARES::containsKey).toList();
        if (!schools.isEmpty()) {
            statements.add(statement(question, countingSchools(question.byGovernance(), schools), false));
        }
        if (!trusts.isEmpty()) {
            statements.add(statement(question, countingTrusts(question.byGovernance(), trusts), false));
        }
        if (!shares.isEmpty()) {
            statements.add(statement(question, sharing(question, shares), false));
        }
        if (measures.contains(VOLATILITY)) {
            statements.add(statement(question, comparing(question), true));
        }
        return statements;
    }

    private static Statement statement(Question question, String text, boolean yearBefore) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Days.AS_OF, question.asOf());
        if (yearBefore) {
            parameters.put("yearBefore", question.asOf().minusYears(1));
        }
        if (question.within() != null) {
            parameters.put("area", question.within().id());
        }
        if (!question.phases().isEmpty()) {
            parameters.put("phases", question.phases());
        }
        return new Statement(text, parameters);
    }

    private static String countingSchools(Question question, List<String> ids) {
        return placed(question, "$asOf")
                + "WITH area, s, governor, " + weight(question) + " AS w,\n"
                + "     EXISTS { (s)-[f:MEMBER_OF]->(:Federation) WHERE " + covers("f", "$asOf") + " } AS federated,\n"
                + "     COLLECT { MATCH (s)-[m:MEMBER_OF]->(b:Body) WHERE " + covers("m", "$asOf")
                + " RETURN DISTINCT b.formality } AS formalities\n"
                + "WITH area, toFloat(sum(w)) AS whole, count(s) AS n,\n"
                + "     collect({s: s, governor: governor, w: w, federated: federated, formalities: formalities})"
                + " AS schools\n"
                + returning(OF_SCHOOLS, ids);
    }

    private static String countingTrusts(Question question, List<String> ids) {
        String others = "(o)-[g:GOVERNED_BY]->(governor) WHERE " + covers("g", "$asOf");
        return placed(question, "$asOf")
                + "WITH area, governor, count(s) AS counted,\n"
                + "     sum(CASE WHEN EXISTS { (s)-[m:MEMBER_OF]->() WHERE " + covers("m", "$asOf")
                + " } THEN 0 ELSE 1 END) AS alone\n"
                + "WITH area, governor, counted, alone,\n"
                + "     governor:MultiAcademyTrust OR governor:SingleAcademyTrust AS isTrust\n"
                + "WITH area, governor, counted, alone, isTrust,\n"
                + "     CASE WHEN isTrust THEN COUNT { " + others + " } ELSE 0 END AS size,\n"
                + "     CASE WHEN isTrust THEN COUNT { MATCH " + others + " AND " + inArea(question, "o")
                + " } ELSE 0 END AS inside,\n"
                + "     isTrust AND EXISTS { MATCH " + others
                + " AND o.phase IN ['Primary', 'Middle deemed primary', 'All-through'] }\n"
                + "       AND EXISTS { MATCH " + others
                + " AND o.phase IN ['Secondary', 'Middle deemed secondary', 'All-through'] } AS crossPhase\n"
                + "WITH area, sum(counted) AS n, collect({isTrust: isTrust, single: governor:SingleAcademyTrust,"
                + " counted: counted,\n"
                + "     alone: alone, size: size, inside: inside, crossPhase: crossPhase}) AS bodies\n"
                + "WITH area, n, [b IN bodies WHERE b.isTrust] AS trusts\n"
                + returning(OF_TRUSTS, ids);
    }

    private static String sharing(Question question, List<String> ids) {
        return placed(question, "$asOf")
                + owned(question, "$asOf")
                + "WITH area, body, count(s) AS schools, sum(" + weight(question) + ") AS held\n"
                + "WITH area, sum(schools) AS n, [h IN collect(held) WHERE h > 0] AS held, toFloat(sum(held)) AS whole\n"
                + returning(OF_SHARES, ids);
    }

    private static String comparing(Question question) {
        return "CALL () {\n"
                + placed(question, "$asOf")
                + owned(question, "$asOf")
                + "RETURN area, body, sum(" + weight(question) + ") AS now, 0 AS before, count(s) AS schools\n"
                + "UNION ALL\n"
                + placed(question, "$yearBefore")
                + owned(question, "$yearBefore")
                + "RETURN area, body, 0 AS now, sum(" + weight(question) + ") AS before, 0 AS schools\n"
                + "}\n"
                + "WITH area, body, sum(now) AS now, sum(before) AS before, sum(schools) AS schools\n"
                + "WITH area, collect({now: now, before: before}) AS bodies, sum(schools) AS n,\n"
                + "     toFloat(sum(now)) AS whole, toFloat(sum(before)) AS wholeBefore\n"
                + "WHERE n > 0\n"
                + "RETURN area.id AS areaId, area.name AS areaName, area.kind AS areaKind,\n"
                + "       CASE WHEN whole > 0 AND wholeBefore > 0 THEN\n"
                + "         reduce(t = 0.0, b IN bodies | t + abs(b.now / whole - b.before / wholeBefore)) / 2 END"
                + " AS volatility\n"
                + "ORDER BY areaName, areaId";
    }

    private static String returning(Map<String, String> formulas, List<String> ids) {
        return "RETURN area.id AS areaId, area.name AS areaName, area.kind AS areaKind"
                + ids.stream()
                        .map(id -> ",\n       " + Objects.requireNonNull(formulas.get(id)) + " AS " + id)
                        .collect(Collectors.joining())
                + "\nORDER BY areaName, areaId";
    }

    /** Rows of {@code s}, {@code governor}, {@code area}: the schools that are counted, on a day. */
    private static String placed(Question question, String day) {
        StringBuilder text = new StringBuilder("MATCH (s:School)-[governed:GOVERNED_BY]->(governor)\n");
        text.append("WHERE ").append(covers("governed", day));
        if (!question.phases().isEmpty()) {
            text.append("\n  AND s.phase IN $phases");
        }
        text.append(scope(question.scope())).append('\n');
        AreaFilter within = question.within();
        if (within != null) {
            text.append(way(within.kind(), "filter", "{id: $area}", question.geography(), day, "s, governor, "));
            text.append("WITH s, governor\n");
        }
        return text.append(way(question.by(), "area", "", question.geography(), day, "s, governor, "))
                .toString();
    }

    private static String scope(Scope scope) {
        String special = "toLower(coalesce(s.type, '')) CONTAINS 'special'";
        String alternative = "(toLower(coalesce(s.type, '')) CONTAINS 'alternative provision'"
                + " OR toLower(coalesce(s.type, '')) CONTAINS 'pupil referral unit')";
        return switch (scope) {
            case STATE_FUNDED -> "";
            case MAINSTREAM -> "\n  AND NOT " + special + " AND NOT " + alternative;
            case SPECIAL -> "\n  AND " + special;
            case ALTERNATIVE_PROVISION -> "\n  AND " + alternative + " AND NOT " + special;
            case TRUST_RUN -> "\n  AND s.group IN " + TRUST_GROUPS;
        };
    }

    private static final String TRUST_GROUPS = "['academy', 'city-technology-college', 'free-school',"
            + " 'university-technical-college', 'studio-school']";

    /** From a school to the area of a kind that it lay in on the day, or, as areas are now, lies in. */
    private static String way(
            AreaKind kind, String name, String properties, Geography geography, String day, String carried) {
        String area = "(" + name + ":" + kind.label() + (properties.isEmpty() ? "" : " " + properties) + ")";
        String step = name + "In";
        if (AreaPattern.holdsSchools(kind) && (geography == Geography.AS_WAS || kind != AreaKind.LOCAL_AUTHORITY)) {
            return "MATCH (s)-[" + step + ":IN_AREA]->" + area + " WHERE " + covers(step, day) + "\n";
        }
        String hops = kind == AreaKind.COUNTRY ? "*1..2" : "*1";
        if (geography == Geography.AS_WAS) {
            return "MATCH (s)-[" + step + ":IN_AREA]->(" + name + "Authority:LocalAuthority)-[" + name
                    + "Within:IN_AREA"
                    + hops + "]->" + area + "\n"
                    + "WHERE " + covers(step, day) + "\n"
                    + "  AND all(step IN " + name + "Within WHERE " + covers("step", day) + ")\n";
        }
        String now = name + "Now";
        String last = name + "Last";
        String kin = name + "Kin";
        String current = "MATCH (s)-[" + step + ":IN_AREA]->(" + last + ":LocalAuthority)\n"
                + "WHERE NOT EXISTS { (s)-[later:IN_AREA]->(:LocalAuthority) WHERE later.from >= " + step + ".to }\n"
                + "OPTIONAL MATCH path = (" + last + ")-[:SUCCEEDED_BY*0..5]->(successor:LocalAuthority) WHERE "
                + onlySuccessor("path", "successor") + "\n"
                + "WITH " + carried + last + ", successor,\n"
                + "     // where an authority was divided: where the other schools of the lineage lie, if they agree\n"
                + "     COLLECT { MATCH (k:School)-[i:IN_AREA]->(a:LocalAuthority)\n"
                + "       WHERE successor IS NULL AND k.lineage = s.lineage"
                + " AND NOT EXISTS { (k)-[later:IN_AREA]->(:LocalAuthority) WHERE later.from >= i.to }\n"
                + "       MATCH p = (a)-[:SUCCEEDED_BY*0..5]->(x:LocalAuthority) WHERE " + onlySuccessor("p", "x")
                + " RETURN DISTINCT x } AS " + kin + "\n"
                + "WITH " + carried + "coalesce(successor, CASE WHEN size(" + kin + ") = 1 THEN " + kin + "[0] END, "
                + last + ") AS " + now + "\n";
        return kind == AreaKind.LOCAL_AUTHORITY
                ? current + "MATCH " + area + " WHERE " + name + " = " + now + "\n"
                : current + "MATCH (" + now + ")-[:IN_AREA" + hops + "]->" + area + "\n";
    }

    /** That a path leads from authority to authority that took its place alone, up to one there still is. */
    private static String onlySuccessor(String path, String end) {
        return end + ".to IS NULL AND all(n IN nodes(" + path + ")[..-1] WHERE n.to IS NOT NULL"
                + " AND COUNT { (n)-[:SUCCEEDED_BY]->(:LocalAuthority) } = 1)";
    }

    /** Whether another school of a trust lies in {@code area}. */
    private static String inArea(Question question, String school) {
        AreaKind kind = question.by();
        if (AreaPattern.holdsSchools(kind)) {
            return "EXISTS { (" + school + ")-[i:IN_AREA]->(area) WHERE " + covers("i", "$asOf") + " }";
        }
        String hops = kind == AreaKind.COUNTRY ? "*1..2" : "*1";
        return "EXISTS { MATCH (" + school + ")-[i:IN_AREA]->(:LocalAuthority)-[w:IN_AREA" + hops + "]->(area) WHERE "
                + covers("i", "$asOf") + " AND all(step IN w WHERE " + covers("step", "$asOf") + ") }";
    }

    /** Rows of {@code s}, {@code area} and {@code body}, the id of what the school belongs to in the partition. */
    private static String owned(Question question, String day) {
        String governed = "CASE WHEN governor:UnknownTrust THEN s.id ELSE governor.id END";
        String owner = switch (question.partition()) {
            case GOVERNANCE -> "";
            case FEDERATION ->
                "OPTIONAL MATCH (s)-[o:MEMBER_OF]->(owner:Federation) WHERE governor:LocalAuthority AND "
                        + covers("o", day) + "\n";
            case SPONSOR -> "OPTIONAL MATCH (s)-[o:SPONSORED_BY]->(owner) WHERE " + covers("o", day) + "\n";
            case DIOCESE -> "OPTIONAL MATCH (s)-[o:IN_AREA]->(owner:Diocese) WHERE " + covers("o", day) + "\n";
            case CONSTITUENCY ->
                "OPTIONAL MATCH (s)-[o:IN_AREA]->(owner:Constituency) WHERE " + covers("o", day) + "\n";
        };
        return owner.isEmpty()
                ? "WITH area, s, " + governed + " AS body\n"
                : owner + "WITH area, s, governor, min(owner.id) AS owner\n" + "WITH area, s, coalesce(owner, "
                        + governed + ") AS body\n";
    }

    private static String weight(Question question) {
        return question.weight() == Weight.PUPILS ? "coalesce(s.pupils, 0)" : "1";
    }

    private static String covers(String interval, String day) {
        return "(" + interval + ".from IS NULL OR " + interval + ".from <= " + day + ") AND (" + interval
                + ".to IS NULL OR " + day + " < " + interval + ".to)";
    }

    private static Map<String, String> ofShares() {
        String shannon = "-reduce(t = 0.0, h IN held | t + h / whole * log(h / whole))";
        String hhi = "reduce(t = 0.0, h IN held | t + (h / whole) ^ 2)";
        Map<String, String> formulas = new LinkedHashMap<>();
        formulas.put("bodies", "size(held)");
        formulas.put("bodiesPer100Schools", "100.0 * size(held) / n");
        formulas.put("hhi", hhi);
        formulas.put("effectiveBodies", "1 / " + hhi);
        formulas.put("shannon", shannon);
        formulas.put("hill1", "exp(" + shannon + ")");
        formulas.put("largestShare", "reduce(m = 0, h IN held | CASE WHEN h > m THEN h ELSE m END) / whole");
        formulas.put("evenness", "CASE WHEN size(held) > 1 THEN " + shannon + " / log(size(held)) END");
        formulas.replaceAll((id, formula) -> "CASE WHEN whole > 0 THEN " + formula + " END");
        return formulas;
    }

    private static Map<String, String> ofSchools() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("laMaintained", "x.s.group = 'la-maintained'");
        conditions.put("academies", "x.s.group = 'academy'");
        conditions.put("freeSchools", "x.s.group = 'free-school'");
        conditions.put("academiesAndFreeSchools", "x.s.group IN ['academy', 'free-school']");
        conditions.put("universityTechnicalColleges", "x.s.group = 'university-technical-college'");
        conditions.put("studioSchools", "x.s.group = 'studio-school'");
        conditions.put("cityTechnologyColleges", "x.s.group = 'city-technology-college'");
        conditions.put("singleAcademyTrust", "x.governor:SingleAcademyTrust");
        conditions.put("multiAcademyTrust", "x.governor:MultiAcademyTrust");
        conditions.put("academyTrustUnknown", "x.governor:UnknownTrust");
        conditions.put("welshMaintained", "x.s.group = 'welsh-maintained'");
        conditions.put("federated", "x.federated");
        conditions.put("communitySchools", "x.s.type = 'Community school'");
        conditions.put("voluntaryAidedSchools", "x.s.type = 'Voluntary aided school'");
        conditions.put("voluntaryControlledSchools", "x.s.type = 'Voluntary controlled school'");
        conditions.put("foundationSchools", "x.s.type = 'Foundation school'");
        conditions.put("nurserySchools", "x.s.type = 'Local authority nursery school'");
        conditions.put("converterAcademies", "x.s.type STARTS WITH 'Academy' AND x.s.type ENDS WITH 'converter'");
        conditions.put("sponsorLedAcademies", "x.s.type STARTS WITH 'Academy' AND x.s.type ENDS WITH 'sponsor led'");
        conditions.put("specialSchools", "toLower(x.s.type) CONTAINS 'special'");
        conditions.put(
                "alternativeProvision",
                "(toLower(x.s.type) CONTAINS 'alternative provision'"
                        + " OR toLower(x.s.type) CONTAINS 'pupil referral unit')");
        conditions.put("primarySchools", "x.s.phase IN ['Primary', 'Middle deemed primary']");
        conditions.put("secondarySchools", "x.s.phase IN ['Secondary', 'Middle deemed secondary']");
        conditions.put("allThroughSchools", "x.s.phase = 'All-through'");
        conditions.put("inHardGovernance", "'hard-governance' IN x.formalities");
        conditions.put("inSoftGovernance", "'soft-governance' IN x.formalities");
        conditions.put("inSoftCollaboration", "'soft' IN x.formalities");
        conditions.put("inInformalCollaboration", "'informal' IN x.formalities");
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put("academyShare", "x.s.group IN " + TRUST_GROUPS);
        shares.put("laShare", "x.governor:LocalAuthority");
        shares.put("satShare", "x.governor:SingleAcademyTrust");
        shares.put("matShare", "x.governor:MultiAcademyTrust");
        shares.put("federatedShare", "x.federated");
        shares.put("freeSchoolShare", "x.s.group = 'free-school'");
        shares.put("trustUnknownShare", "x.governor:UnknownTrust");
        shares.put("unattachedShare", "x.governor:SingleAcademyTrust AND size(x.formalities) = 0");
        Map<String, String> formulas = new LinkedHashMap<>();
        formulas.put("schools", "n");
        formulas.put(
                "pupils",
                "CASE WHEN any(x IN schools WHERE x.s.pupils IS NOT NULL)"
                        + " THEN reduce(t = 0, x IN schools | t + coalesce(x.s.pupils, 0)) END");
        conditions.forEach((id, condition) -> formulas.put(id, "size([x IN schools WHERE " + condition + "])"));
        shares.forEach((id, condition) -> formulas.put(
                id,
                "CASE WHEN whole > 0 THEN reduce(t = 0, x IN [x IN schools WHERE " + condition
                        + "] | t + x.w) / whole END"));
        formulas.put("pupilCoverage", "toFloat(size([x IN schools WHERE x.s.pupils IS NOT NULL])) / n");
        return formulas;
    }

    private static Map<String, String> ofTrusts() {
        Map<String, String> bins = new LinkedHashMap<>();
        bins.put("1", "b.size = 1");
        bins.put("2To5", "2 <= b.size <= 5");
        bins.put("6To10", "6 <= b.size <= 10");
        bins.put("11To20", "11 <= b.size <= 20");
        bins.put("21To30", "21 <= b.size <= 30");
        bins.put("31Plus", "b.size >= 31");
        bins.put("10Plus", "b.size >= 10");
        Map<String, String> formulas = new LinkedHashMap<>();
        formulas.put("trusts", "size(trusts)");
        bins.forEach((bin, condition) -> formulas.put("trustsOf" + bin, "size([b IN trusts WHERE " + condition + "])"));
        bins.forEach((bin, condition) -> formulas.put(
                "schoolsInTrustsOf" + bin,
                "reduce(t = 0, b IN [b IN trusts WHERE " + condition + "] | t + b.counted)"));
        formulas.put("crossPhaseTrusts", "size([b IN trusts WHERE b.crossPhase])");
        formulas.put(
                "disintermediation",
                "toFloat(reduce(t = 0, b IN [b IN trusts WHERE b.single OR b.size = 1] | t + b.alone)) / n");
        formulas.put(
                "crossBoundaryShare",
                "CASE WHEN size(trusts) > 0 THEN\n"
                        + "         toFloat(reduce(t = 0, b IN [b IN trusts WHERE b.size - b.inside > b.inside]"
                        + " | t + b.counted))\n"
                        + "         / reduce(t = 0, b IN trusts | t + b.counted) END");
        return formulas;
    }
}
