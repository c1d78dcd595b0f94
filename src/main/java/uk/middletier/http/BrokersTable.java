package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.NetworkStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.measure.Brokerage;
import uk.middletier.measure.Brokers;
import uk.middletier.measure.Networks;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Timeline;

/** {@code /v1/brokers}: which schools and bodies stand between others. */
final class BrokersTable {
    private static final String ALL = "all";
    private static final String SCHOOLS = "schools";
    private static final String BODIES = "bodies";

    private static final List<Column> COLUMNS = List.of(
            Column.ref("node"),
            Column.integer("ties"),
            Column.decimal("betweenness"),
            Column.decimal("betweennessError"),
            Column.decimal("constraint"),
            Column.decimal("effectiveSize"),
            Column.integer("coordinator"),
            Column.integer("itinerant"),
            Column.integer("gatekeeper"),
            Column.integer("representative"),
            Column.integer("liaison"));

    static final Route ROUTE = Route.table(
                    "/v1/brokers",
                    "brokers",
                    "the schools and bodies that stand between others on a day, by betweenness, with constraint and roles",
                    parameters(),
                    BrokersTable::plan)
            .giving(Schema.rows(COLUMNS, "node", "ties"));

    private BrokersTable() {}

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(NetworkParameters.ofDay());
        all.add(Parameter.choice("of", ALL, List.of(ALL, SCHOOLS, BODIES), "which of them are shown"));
        return all;
    }

    private static Plan plan(Question question) {
        LocalDate day = question.parameters().asOf();
        NetworkParameters asked = NetworkParameters.of(question);
        Timeline timeline = question.release().timeline();
        String of = question.parameters().word("of");
        return new Plan(NetworkStatements.edges(asked.layers(), asked.schools(day)), reads -> {
            Brokers brokers = new Brokers(Networks.all(timeline, asked.on(day)));
            return new Answer.Table(
                    COLUMNS,
                    TableRows.of(question.page()
                            .of(IntStream.range(0, brokers.size())
                                    .filter(rank -> of.equals(ALL) || of.equals(SCHOOLS) == brokers.isSchool(rank))
                                    .mapToObj(rank -> cells(timeline, brokers.get(rank), reads)))));
        });
    }

    private static List<@Nullable Object> cells(Timeline timeline, Brokers.Broker broker, Reads reads) {
        reads.checkTime();
        Brokerage.Roles roles = broker.roles();
        return Arrays.asList(
                broker.school()
                        ? school(timeline, broker.place())
                        : timeline.tier().ref(broker.place()),
                broker.ties(),
                broker.betweenness(),
                broker.betweennessError(),
                broker.constraint(),
                broker.effectiveSize(),
                roles == null ? null : roles.coordinator(),
                roles == null ? null : roles.itinerant(),
                roles == null ? null : roles.gatekeeper(),
                roles == null ? null : roles.representative(),
                roles == null ? null : roles.liaison());
    }

    static Ref school(Timeline timeline, int school) {
        return new Ref(
                "school:" + timeline.schools().urn(school), timeline.schools().name(school), "School");
    }
}
