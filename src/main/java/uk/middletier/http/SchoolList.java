package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.SchoolFilter;
import uk.middletier.cypher.SchoolSearch;
import uk.middletier.cypher.SchoolSort;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Sector;

/** {@code /v1/schools}: search and filters. */
final class SchoolList {
    static final Parameter OPEN =
            Parameter.choice("open", "true", List.of("true", "false", "any"), "whether it is open on the day");
    static final Parameter SORT = Parameter.optional(
            "sort",
            new ParameterType.Choice(
                    Arrays.stream(SchoolSort.values()).map(SchoolList::word).toList()),
            "the order; by default relevance for a search by words, else name");

    static final Route ROUTE = Route.table(
                    "/v1/schools",
                    "schools",
                    "schools, found by words, numbers, place, body or kind",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.optional(
                                    "q",
                                    new ParameterType.Text(200),
                                    "words of the name or town; or a whole URN, LAESTAB, UKPRN or postcode"),
                            Parameter.AREA,
                            Parameter.optional(
                                    "body",
                                    new ParameterType.BodyId(),
                                    "governed, joined or sponsored by this body on the day"),
                            Parameter.PHASE,
                            Parameter.any(
                                    "sector",
                                    new ParameterType.Choice(
                                            words(Arrays.stream(Sector.values()).map(Sector::word))),
                                    "run by this sector on the day"),
                            Parameter.any(
                                    "group",
                                    new ParameterType.Choice(words(
                                            Arrays.stream(SchoolGroup.values()).map(SchoolGroup::word))),
                                    "of this group of establishment types"),
                            Parameter.any(
                                    "type",
                                    new ParameterType.ReleaseWord(Vocabulary::types),
                                    "of this establishment type"),
                            Parameter.any(
                                    "status",
                                    new ParameterType.ReleaseWord(Vocabulary::statuses),
                                    "of this status in the latest register, whatever the day"),
                            Parameter.optional(
                                    "rural",
                                    new ParameterType.Choice(List.of("true", "false")),
                                    "in a rural place or not"),
                            OPEN,
                            Parameter.choice(
                                    "stateFunded",
                                    "any",
                                    List.of("true", "false", "any"),
                                    "in the scope of every measure, or not; any by default, so that a search finds whatever exists"),
                            SORT),
                    SchoolList::plan)
            .giving(SchoolRows.SCHEMA);

    private SchoolList() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        String typed = parameters.text("q");
        SchoolSearch search = typed == null ? null : SchoolSearch.of(typed);
        if (search instanceof SchoolSearch.Words words && words.query().isEmpty()) {
            throw new Refusal(
                    Problem.ofParameter(ProblemType.INVALID_PARAMETER, "q holds neither a letter nor a digit", "q"));
        }
        Ref body = parameters.body("body");
        SchoolFilter filter = new SchoolFilter(
                search,
                areaFilter(parameters),
                body == null ? null : body.id(),
                parameters.texts("phase"),
                parameters.texts("sector"),
                parameters.texts("group"),
                parameters.texts("type"),
                parameters.texts("status"),
                parameters.threeWay("rural"),
                parameters.threeWay("open"),
                parameters.threeWay("stateFunded"));
        return SchoolRows.plan(question, filter, sort(parameters, search));
    }

    static @Nullable AreaFilter areaFilter(Parameters parameters) {
        Vocabulary.Area area = parameters.area();
        return area == null ? null : new AreaFilter(area.kind(), area.id());
    }

    static SchoolSort sort(Parameters parameters, @Nullable SchoolSearch search) {
        boolean words = search instanceof SchoolSearch.Words;
        String word = parameters.text("sort");
        if (word == null) {
            return words ? SchoolSort.RELEVANCE : SchoolSort.NAME;
        }
        SchoolSort sort = SchoolSort.valueOf(word.toUpperCase(Locale.ROOT));
        if (sort == SchoolSort.RELEVANCE && !words) {
            throw new Refusal(Problem.ofParameter(
                            ProblemType.INVALID_PARAMETER, "only a search by words in q has a relevance", "sort")
                    .withAllowed(List.of("name", "urn", "pupils")));
        }
        return sort;
    }

    private static String word(SchoolSort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Stream<String> words) {
        return words.toList();
    }
}
