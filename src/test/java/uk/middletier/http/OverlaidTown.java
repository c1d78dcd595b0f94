package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.middletier.model.BodyKind;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * The town with what no register holds: two alliances, an improvement group across two authorities, a pairing, supports
 * with and without a broker, designations, two programmes, observations. A server of its own for those who ask for a
 * parameter of this type, so that what others count in the town stays as it is.
 */
final class OverlaidTown implements AutoCloseable {
    private static final String SOURCE = "dataset:fictional-town/overlay.csv";
    private static final Namespace SPACE = Namespace.create(OverlaidTown.class);

    private static final List<NodeRow> NODES = new ArrayList<>();
    private static final List<RelationshipRow> RELATIONSHIPS = new ArrayList<>();

    static {
        NODES.add(new NodeRow(
                SOURCE,
                List.of("Dataset"),
                new HashMap<>(Map.of("file", "fictional-town/overlay.csv", "name", "fictional-town/overlay.csv"))));
        programme("programme:teaching-schools", "Teaching Schools", "2011-09-01", "2021-09-01");
        programme("programme:town-challenge", "The Town Challenge", "2015-09-01", null);
        bodies();
        supports();
        designations();
        observations();
    }

    private final TownServer server = new TownServer(TownGraph.open(NODES, RELATIONSHIPS));

    /** Resolves parameters of type {@link OverlaidTown}. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OverlaidTown.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(SPACE)
                    .getOrComputeIfAbsent("server", key -> new OverlaidTown(), OverlaidTown.class);
        }
    }

    TownServer server() {
        return server;
    }

    private static void bodies() {
        body(BodyKind.TEACHING_SCHOOL_ALLIANCE, "alliance:harbour", "Harbour Teaching School Alliance", "2013-09-01");
        member(137000, "alliance:harbour", "lead", "2013-09-01", "2021-09-01");
        member(100003, "alliance:harbour", "member", "2013-09-01", "2021-09-01");
        member(138500, "alliance:harbour", "member", "2014-09-01", null);
        under("alliance:harbour", "programme:teaching-schools", "2013-09-01");

        body(BodyKind.TEACHING_SCHOOL_ALLIANCE, "alliance:downs", "The Downs Alliance", "2014-09-01");
        member(137001, "alliance:downs", "lead", "2014-09-01", null);
        member(100003, "alliance:downs", "member", "2016-09-01", null);
        member(139000, "alliance:downs", "member", "2016-09-01", null);

        body(BodyKind.IMPROVEMENT_GROUP, "group:across", "Across the River", "2015-09-01");
        member(100004, "group:across", "convenor", "2015-09-01", null);
        member(137000, "group:across", "member", "2015-09-01", null);
        member(109500, "group:across", "member", "2015-09-01", null);
        member(139000, "group:across", "member", "2017-09-01", null);
        under("group:across", "programme:town-challenge", "2015-09-01");

        body(BodyKind.PAIRING, "pairing:harbour-hills", "Harbour and The Hills", "2017-01-01");
        member(137000, "pairing:harbour-hills", "lead", "2017-01-01", "2018-07-01");
        member(100003, "pairing:harbour-hills", "emerging", "2017-01-01", "2018-07-01");
        under("pairing:harbour-hills", "programme:town-challenge", "2017-01-01");
    }

    private static void supports() {
        support(137001, 100004, "2016-01-01", null, "la:203", null, "light");
        support(137000, 100003, "2017-01-01", "2018-07-01", "alliance:harbour", "programme:town-challenge", "deep");
        support(139000, 109500, "2018-01-01", null, null, null, null);
    }

    private static void designations() {
        designated(137000, "teaching-school", "programme:teaching-schools", "2013-09-01", "2021-09-01");
        designated(137001, "NSS", "programme:teaching-schools", "2014-09-01", null);
    }

    private static void observations() {
        observed("school:137000", "ofsted-overall", 1.0, "Outstanding", "grade", "2013-05-01");
        observed("school:100003", "ofsted-overall", 3.0, "Requires Improvement", "grade", "2015-02-01");
        observed("group:across", "joint-practice", 63.0, "63", "percent", "2016-09-01");
        observed("group:across", "joint-practice", 91.0, "91", "percent", "2018-09-01");
        observed("programme:town-challenge", "engagement", 52.0, "52", "percent", "2016-09-01");
        observed("programme:town-challenge", "engagement", 69.0, "69", "percent", "2019-09-01");
    }

    private static void programme(String id, String name, String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.putAll(Map.of("name", name, "kind", "Programme", "country", "England"));
        NODES.add(new NodeRow(id, List.of("Programme"), properties));
    }

    private static void body(BodyKind kind, String id, String name, String from) {
        Map<String, Object> properties = dates(from, null);
        properties.putAll(Map.of(
                "name",
                name,
                "kind",
                kind.label(),
                "formality",
                kind.formality().word(),
                "everOpen",
                true,
                "fromKnown",
                true,
                "toKnown",
                true,
                "status",
                "Open"));
        NODES.add(new NodeRow(id, List.of("Body", kind.label()), properties));
    }

    private static void member(long urn, String body, String role, String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.put("role", role);
        properties.put("fromKnown", true);
        relate("school:" + urn, "MEMBER_OF", body, properties);
    }

    private static void under(String body, String above, String from) {
        relate(body, "UNDER", above, dates(from, null));
    }

    private static void support(
            long supporter,
            long supported,
            String from,
            @Nullable String to,
            @Nullable String broker,
            @Nullable String programme,
            @Nullable String depth) {
        Map<String, Object> properties = dates(from, to);
        putIfThere(properties, "brokeredBy", broker);
        putIfThere(properties, "programme", programme);
        putIfThere(properties, "depth", depth);
        relate("school:" + supporter, "SUPPORTS", "school:" + supported, properties);
    }

    private static void designated(long urn, String as, String programme, String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.put("as", as);
        relate("school:" + urn, "DESIGNATED", programme, properties);
    }

    private static void observed(String subject, String measure, double value, String text, String unit, String from) {
        Map<String, Object> properties = dates(from, null);
        properties.putAll(Map.of("measure", measure, "value", value, "text", text, "unit", unit));
        relate(subject, "OBSERVED", SOURCE, properties);
    }

    private static void relate(String from, String type, String to, Map<String, Object> properties) {
        properties.put("source", SOURCE);
        properties.put("provenance", "made up for tests");
        RELATIONSHIPS.add(new RelationshipRow(from, type, to, properties));
    }

    private static void putIfThere(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static Map<String, Object> dates(String from, @Nullable String to) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("from", LocalDate.parse(from));
        putDay(properties, to);
        return properties;
    }

    private static void putDay(Map<String, Object> properties, @Nullable String to) {
        if (to != null) {
            properties.put("to", LocalDate.parse(to));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
