package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.example.Example;
import uk.middletier.example.Examples;
import uk.middletier.example.Figure;

/** What the endpoints answer about the examples, each a system with no register beside it, is what the research says. */
class ExampleFiguresIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static @Nullable String served;
    private static @Nullable RunningService service;

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** One at a time: the questions of an example follow each other. */
    private static RunningService serving(String example) throws IOException {
        RunningService running = service;
        if (running == null || !example.equals(served)) {
            stop();
            Examples.write(example, folder.resolve("files"), 1);
            running = RunningService.ofImported(
                    folder.resolve("data").resolve(example),
                    List.of(folder.resolve("files").resolve(example)));
            service = running;
            served = example;
        }
        return running;
    }

    /** The rows of a table whose first field has the word, or all if no word is asked for. */
    private static List<JsonNode> rows(JsonNode answer, String field, String word) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode data = answer.get("data");
        JsonNode rows = data.isArray() ? data : data.get("rows");
        for (JsonNode row : rows) {
            if (row.path(field).asText().equals(word)) {
                found.add(row);
            }
        }
        return found;
    }

    /**
     * A figure beside what an endpoint says on its day: {@code field} of the only row whose column is as it should be,
     * times a factor, and taken from 100 if that is negative.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            central-south-wales-challenge | csw-schools          | participation | strand=hub                | /eligible      | 1
            central-south-wales-challenge | csw-primary-groups   | participation?phase=Primary   | strand=improvement-group | /groups | 1
            central-south-wales-challenge | csw-secondary-groups | participation?phase=Secondary | strand=improvement-group | /groups | 1
            central-south-wales-challenge | csw-group-smallest   | participation | strand=improvement-group  | /groupSizeMin  | 1
            central-south-wales-challenge | csw-group-largest    | participation | strand=improvement-group  | /groupSizeMax  | 1
            central-south-wales-challenge | csw-groups-across    | participation | strand=improvement-group  | /crossBoundary | 100
            central-south-wales-challenge | csw-hubs             | participation | strand=hub                | /groups        | 1
            central-south-wales-challenge | csw-hub-engagement-1 | participation | strand=hub                | /participation | 100
            central-south-wales-challenge | csw-hub-engagement-4 | participation | strand=hub                | /participation | 100
            central-south-wales-challenge | csw-peer-1           | participation | strand=peer-enquiry-group | /schools       | 1
            central-south-wales-challenge | csw-peer-share-1     | participation | strand=peer-enquiry-group | /participation | 100
            central-south-wales-challenge | csw-peer-4           | participation | strand=peer-enquiry-group | /schools       | 1
            central-south-wales-challenge | csw-peer-share-4     | participation | strand=peer-enquiry-group | /participation | 100
            central-south-wales-challenge | csw-pairs-1          | participation | strand=pairing            | /groups        | 1
            central-south-wales-challenge | csw-pairs-4          | participation | strand=pairing            | /groups        | 1
            central-south-wales-challenge | csw-no-group-4       | participation | strand=improvement-group  | /participation | -100
            central-south-wales-challenge | csw-joint-practice-1 | participation | strand=improvement-group  | /depth/0/mean  | 1
            central-south-wales-challenge | csw-joint-practice-4 | participation | strand=improvement-group  | /depth/0/mean  | 1
            lepp-pairs                    | lepp-pairs-1         | participation | strand=pairing            | /groups        | 1
            lepp-pairs                    | lepp-schools-2       | participation | strand=pairing            | /schools       | 1
            sen-consortia                 | sen-consortia        | participation | strand=collaborative      | /groups        | 1
            sen-consortia                 | sen-smallest         | participation | strand=collaborative      | /groupSizeMin  | 1
            sen-consortia                 | sen-largest          | participation | strand=collaborative      | /groupSizeMax  | 1
            rural-county-alliances        | rural-alliances-alliances | participation | strand=collaborative | /groups        | 1
            city-challenge                | city-challenge-regions | participation | strand=learning-partnership | /groups    | 1
            shared-business-managers      | managers-projects    | participation | strand=shared-leadership  | /groups        | 1
            shared-business-managers      | managers-schools     | participation | strand=shared-leadership  | /schools       | 1
            federations                   | federations-cross-phase   | types?shape=counts | type=cross-phase   | /bodies     | 1
            federations                   | federations-performance   | types?shape=counts | type=performance   | /bodies     | 1
            federations                   | federations-size          | types?shape=counts | type=size          | /bodies     | 1
            federations                   | federations-mainstreaming | types?shape=counts | type=mainstreaming | /bodies     | 1
            federations                   | federations-faith         | types?shape=counts | type=faith         | /bodies     | 1
            federations                   | federations-academy       | types?shape=counts | type=academy       | /bodies     | 1
            """)
    void endpointsGiveTheFiguresOfTheResearch(
            String example, String id, String question, String row, String field, double factor) throws Exception {
        Figure figure = figure(example, id);
        LocalDate day = figure.day();
        String path = "/v1/" + question + (day == null ? "" : (question.contains("?") ? "&" : "?") + "asOf=" + day);
        String[] wanted = row.split("=", -1);
        JsonNode answer = serving(example).get(path);
        List<JsonNode> rows = rows(answer, wanted[0], wanted[1]);
        assertThat(rows).as("%s: %s", path, answer).hasSize(1);
        double value = rows.get(0).at(field).asDouble(Double.NaN) * Math.abs(factor);
        double found = factor < 0 ? 100 - value : value;

        assertThat(figure.agrees(found))
                .as("%s, %s says %s", figure, path, found)
                .isTrue();
    }

    private static Figure figure(String example, String id) {
        return Examples.list().stream()
                .filter(each -> each.name().equals(example))
                .map(Example::figures)
                .flatMap(List::stream)
                .filter(each -> each.id().equals(id))
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }
}
