package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.NetworkStatements;
import uk.middletier.export.Column;
import uk.middletier.measure.Agreement;
import uk.middletier.measure.Communities;
import uk.middletier.measure.Network;
import uk.middletier.measure.Networks;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/** {@code /v1/communities}: which schools are tied to each other more than to others. */
final class CommunitiesTable {
    private static final String COMMUNITIES = "communities";
    private static final String MEMBERS = "members";

    private static final List<Column> COMMUNITY_COLUMNS = List.of(
            Column.integer("community"),
            Column.integer("schools"),
            Column.integer("authorities"),
            Column.ref("authority"),
            Column.decimal("authorityShare"),
            Column.integer("bodies"),
            Column.ref("body"),
            Column.decimal("bodyShare"));

    private static final List<Column> MEMBER_COLUMNS =
            List.of(Column.integer("community"), Column.ref("school"), Column.ref("authority"), Column.ref("body"));

    static final Route ROUTE = Route.measured(
                    "/v1/communities",
                    "communities",
                    "circles of schools that are tied to each other more than to others, and whether authorities or trusts make them",
                    parameters(),
                    CommunitiesTable::plan)
            .giving(schema());

    private final Timeline timeline;
    private final Network network;
    private final Communities communities;
    private final int[] authorities;
    private final int[] bodies;

    private CommunitiesTable(Timeline timeline, Network network, double resolution, int day) {
        this.timeline = timeline;
        this.network = network;
        communities = Communities.of(network, resolution);
        Whereabouts places = new Whereabouts(timeline, AreaKind.LOCAL_AUTHORITY);
        authorities = IntStream.range(0, network.size())
                .map(node -> places.at(network.school(node), day))
                .toArray();
        bodies = IntStream.range(0, network.size())
                .map(node -> timeline.governor(network.school(node), day))
                .toArray();
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(NetworkParameters.ofDay());
        all.add(new Parameter(
                "resolution",
                new ParameterType.Decimal(0.01, 100),
                false,
                "1",
                "the higher, the more and the smaller the communities"));
        all.add(Parameter.choice(
                "shape",
                COMMUNITIES,
                List.of(COMMUNITIES, MEMBERS),
                "a row for each community, or each school in one"));
        return all;
    }

    private static Schema schema() {
        Schema beside = Schema.object(Schema.INTEGER, "communities", "schools", "isolates");
        for (String number : List.of(
                "modularity",
                "modularityOfAuthorities",
                "modularityOfBodies",
                "authorityAgreement",
                "authorityInformation",
                "bodyAgreement",
                "bodyInformation")) {
            beside = beside.field(number, Schema.NUMBER.orNull());
        }
        return Schema.either(
                beside.field("rows", Schema.rows(COMMUNITY_COLUMNS, "community", "schools", "authorities", "bodies")),
                beside.field("rows", Schema.rows(MEMBER_COLUMNS, "community", "school")));
    }

    private static Plan plan(Question question) {
        LocalDate day = question.parameters().asOf();
        NetworkParameters asked = NetworkParameters.of(question);
        Timeline timeline = question.release().timeline();
        double resolution = question.parameters().decimal("resolution");
        boolean members = question.parameters().word("shape").equals(MEMBERS);
        return new Plan(NetworkStatements.edges(asked.layers(), asked.schools(day)), reads -> {
            CommunitiesTable table =
                    new CommunitiesTable(timeline, Networks.all(timeline, asked.on(day)), resolution, Days.of(day));
            reads.checkTime();
            return members
                    ? new Answer.Summary(MEMBER_COLUMNS, table.members(), table.beside())
                    : new Answer.Summary(COMMUNITY_COLUMNS, table.rows(), table.beside());
        });
    }

    private Map<String, @Nullable Object> beside() {
        Agreement withAuthorities = communities.agreement(authorities);
        Agreement withBodies = communities.agreement(bodies);
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("communities", communities.size());
        beside.put("schools", network.size());
        beside.put("isolates", communities.isolates());
        beside.put("modularity", number(communities.modularity()));
        beside.put("modularityOfAuthorities", number(communities.modularity(authorities)));
        beside.put("modularityOfBodies", number(communities.modularity(bodies)));
        beside.put("authorityAgreement", number(withAuthorities.adjustedRand()));
        beside.put("authorityInformation", number(withAuthorities.mutualInformation()));
        beside.put("bodyAgreement", number(withBodies.adjustedRand()));
        beside.put("bodyInformation", number(withBodies.mutualInformation()));
        return beside;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int community = 0; community < communities.size(); community++) {
            int[] nodes = communities.nodes(community);
            Map<Integer, Integer> byAuthority = counts(nodes, authorities);
            Map<Integer, Integer> byBody = counts(nodes, bodies);
            int authority = largest(byAuthority);
            int body = largest(byBody);
            rows.add(Arrays.asList(
                    community + 1,
                    nodes.length,
                    byAuthority.size(),
                    ref(authority),
                    byAuthority.getOrDefault(authority, 0) / (double) nodes.length,
                    byBody.size(),
                    ref(body),
                    byBody.getOrDefault(body, 0) / (double) nodes.length));
        }
        return rows;
    }

    private static Map<Integer, Integer> counts(int[] nodes, int[] labels) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int node : nodes) {
            if (labels[node] >= 0) {
                counts.merge(labels[node], 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Of equals the first by id. */
    private static int largest(Map<Integer, Integer> counts) {
        int largest = -1;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            if (largest < 0 || each.getValue() > counts.getOrDefault(largest, 0)) {
                largest = each.getKey();
            }
        }
        return largest;
    }

    private @Nullable Ref ref(int unit) {
        return unit < 0 ? null : timeline.tier().ref(unit);
    }

    private List<List<@Nullable Object>> members() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int community = 0; community < communities.size(); community++) {
            for (int node : communities.nodes(community)) {
                rows.add(Arrays.asList(
                        community + 1,
                        BrokersTable.school(timeline, network.school(node)),
                        ref(authorities[node]),
                        ref(bodies[node])));
            }
        }
        return rows;
    }
}
