package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;

/**
 * The ties between schools and what they share. Written out, because a reader is to see the same pattern in each: which
 * spells of which types touch a span of days.
 */
public final class GraphStatements {
    private static final String GOVERNED = "GOVERNED_BY|MEMBER_OF|SPONSORED_BY";
    private static final int LONGEST_PATH = 12;

    private GraphStatements() {}

    /** Which schools, and from which day to which, both included. */
    public record Schools(
            @Nullable AreaFilter within, List<String> phases, Scope scope, LocalDate from, LocalDate to) {}

    /**
     * A statement for the schools, one for ties to bodies, and one each for dioceses and support if they are wanted.
     * Columns of ties: sourceId, layer, targetId, from, to; a row per spell, which may touch the next.
     */
    public static List<Statement> of(Set<Layer> layers, Schools schools) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", schools.from());
        parameters.put("to", schools.to());
        if (schools.within() != null) {
            parameters.put("area", schools.within().id());
        }
        if (!schools.phases().isEmpty()) {
            parameters.put("phases", schools.phases());
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("""
                MATCH (s:School)
                WHERE %s%s
                RETURN DISTINCT s.id AS id, s.name AS label, s.phase AS phase, s.pupils AS size
                ORDER BY id""".formatted(counted(schools, "s"), within(schools, "s")), parameters));
        Map<String, Object> withKinds = new HashMap<>(parameters);
        withKinds.put("layers", kinds(layers));
        statements.add(ties(
                schools,
                "-[r:" + GOVERNED + "]->(b:Body)",
                "$layers[b.kind] IS NOT NULL",
                "$layers[b.kind]",
                withKinds));
        if (layers.contains(Layer.DIOCESE)) {
            statements.add(ties(schools, "-[r:IN_AREA]->(b:Diocese)", "true", "'diocese'", parameters));
        }
        if (layers.contains(Layer.SUPPORT)) {
            statements.add(ties(
                    schools,
                    "-[r:SUPPORTS]->(b:School)",
                    counted(schools, "b") + within(schools, "b"),
                    "'support'",
                    parameters));
        }
        return statements;
    }

    private static Statement ties(
            Schools schools, String pattern, String condition, String layer, Map<String, Object> parameters) {
        return new Statement(
                """
                MATCH (s:School)%s
                WHERE %s AND %s
                  AND (r.from IS NULL OR r.from <= $to) AND (r.to IS NULL OR $from < r.to)%s
                RETURN DISTINCT s.id AS sourceId, %s AS layer, b.id AS targetId, r.from AS from, r.to AS to
                ORDER BY sourceId, layer, targetId, from""".formatted(pattern, condition, counted(schools, "s"), within(schools, "s"), layer), parameters);
    }

    private static String counted(Schools schools, String name) {
        String type = "toLower(coalesce(%s.type, ''))".formatted(name);
        String alternative =
                "(%s CONTAINS 'alternative provision' OR %s CONTAINS 'pupil referral unit')".formatted(type, type);
        String special = type + " CONTAINS 'special'";
        String scope = switch (schools.scope()) {
            case STATE_FUNDED -> "";
            case MAINSTREAM -> " AND NOT " + special + " AND NOT " + alternative;
            case SPECIAL -> " AND " + special;
            case ALTERNATIVE_PROVISION -> " AND " + alternative + " AND NOT " + special;
            case TRUST_RUN -> " AND " + name + ".group IN " + underTrust();
        };
        return "%1$s.stateFunded AND %1$s.everOpen AND (%1$s.from IS NULL OR %1$s.from <= $to) AND (%1$s.to IS NULL OR $from < %1$s.to)"
                        .formatted(name)
                + (schools.phases().isEmpty() ? "" : " AND " + name + ".phase IN $phases")
                + scope;
    }

    private static String underTrust() {
        return Arrays.stream(SchoolGroup.values())
                .filter(SchoolGroup::underTrust)
                .map(group -> "'" + group.word() + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** In the area on one of the days. */
    private static String within(Schools schools, String name) {
        AreaFilter within = schools.within();
        if (within == null) {
            return "";
        }
        AreaKind kind = within.kind();
        String way = switch (kind) {
            case LOCAL_AUTHORITY, DIOCESE, CONSTITUENCY -> "-[:IN_AREA]->";
            case COUNTRY -> "-[:IN_AREA]->(:LocalAuthority)-[:IN_AREA*1..2]->";
            case REGION, CONSORTIUM, RSC_REGION -> "-[:IN_AREA]->(:LocalAuthority)-[:IN_AREA]->";
        };
        return " AND EXISTS { MATCH p = (%s)%s(:%s {id: $area}) WHERE all(i IN relationships(p) WHERE (i.from IS NULL OR i.from <= $to) AND (i.to IS NULL OR $from < i.to)) }"
                .formatted(name, way, kind.label());
    }

    /** The layer of each kind of body that has one of these. */
    private static Map<String, Object> kinds(Set<Layer> layers) {
        Map<String, Object> kinds = new TreeMap<>();
        for (BodyKind kind : BodyKind.values()) {
            Layer layer = Layer.of(kind);
            if (layer != null && layers.contains(layer)) {
                kinds.put(kind.label(), layer.word());
            }
        }
        return kinds;
    }

    /** Ids of what lies within so many ties of a school. Columns: id. */
    public static Statement around(long urn, Set<Layer> layers, int depth, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asOf", asOf);
        parameters.put("urn", urn);
        parameters.put("layers", kinds(layers));
        return new Statement("""
                MATCH p = (s:School {urn: $urn})-[:%s*0..%d]-(other)
                WHERE %s
                RETURN DISTINCT other.id AS id ORDER BY id""".formatted(types(layers), depth, allHold()), parameters);
    }

    /** The shortest ways between two things. Columns: ids (from the one to the other). */
    public static Statement paths(String from, String to, Set<Layer> layers, long most, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asOf", asOf);
        parameters.put("fromId", from);
        parameters.put("toId", to);
        parameters.put("most", most);
        parameters.put("layers", kinds(layers));
        return new Statement("""
                MATCH (a:%1$s {id: $fromId}), (b:%1$s {id: $toId})
                MATCH p = allShortestPaths((a)-[:%2$s*..%3$d]-(b))
                WHERE %4$s
                RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT $most""".formatted("School|Body|Diocese", types(layers), LONGEST_PATH, allHold()), parameters);
    }

    private static String types(Set<Layer> layers) {
        return GOVERNED
                + (layers.contains(Layer.DIOCESE) ? "|IN_AREA" : "")
                + (layers.contains(Layer.SUPPORT) ? "|SUPPORTS" : "");
    }

    /** Every tie holds on the day, every school is open, every body has a layer that is wanted. */
    private static String allHold() {
        return """
                all(r IN relationships(p) WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to))
                  AND all(n IN nodes(p) WHERE n:Diocese OR $layers[n.kind] IS NOT NULL
                    OR (n:School AND n.everOpen AND (n.from IS NULL OR n.from <= $asOf) AND (n.to IS NULL OR $asOf < n.to)))""";
    }
}
