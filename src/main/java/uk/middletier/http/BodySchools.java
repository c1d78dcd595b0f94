package uk.middletier.http;

import java.util.List;
import uk.middletier.cypher.SchoolFilter;
import uk.middletier.cypher.SchoolSort;

/** {@code /v1/bodies/{id}/schools}: the schools of a body on a day. */
final class BodySchools {
    static final Route ROUTE = Route.table(
                    "/v1/bodies/{id}/schools",
                    "bodySchools",
                    "the schools with a part in a body on a day",
                    List.of(
                            Parameter.AS_OF,
                            SchoolList.OPEN,
                            Parameter.choice("sort", "name", List.of("name", "urn", "pupils"), "the order")),
                    BodySchools::plan)
            .giving(SchoolRows.SCHEMA);

    private BodySchools() {}

    private static Plan plan(Question question) {
        SchoolFilter filter = SchoolFilter.ofBody(
                BodyProfile.body(question).id(), question.parameters().threeWay("open"));
        SchoolSort sort = SchoolList.sort(question.parameters(), null);
        return SchoolRows.plan(question, filter, sort);
    }
}
