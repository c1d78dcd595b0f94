package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.release.Manifest;

class MementoTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1|/v1",
                "/v1?release=a|/v1",
                "/v1/schools?q=a%20b&release=x-1&limit=2|/v1/schools?q=a%20b&limit=2",
                "/v1/schools?rele%61se=x&q=release|/v1/schools?q=release",
                "/v1/schools?released=x|/v1/schools?released=x",
                "/v1/schools?%zz=1|/v1/schools?%zz=1",
            })
    void theOriginalIsTheSameAddressWithoutARelease(String target, String original) {
        assertThat(Memento.original(target)).isEqualTo(original);
    }

    @Test
    void aTimeMapListsEveryMemento_theFirstTheLastAndItself() {
        assertThat(Memento.timeMap(
                        "/v1/structure?by=region",
                        List.of(manifest("a-1", "2024-10-28"), manifest("b-2", "2025-01-05"))))
                .isEqualTo("""
                        </v1/structure?by=region>; rel="original timegate",
                        </v1/timemap?url=/v1/structure%3Fby%3Dregion>; rel="self"; type="application/link-format"; \
                        from="Mon, 28 Oct 2024 00:00:00 GMT"; until="Sun, 05 Jan 2025 00:00:00 GMT",
                        </v1/structure?by=region&release=a-1>; rel="first memento"; \
                        datetime="Mon, 28 Oct 2024 00:00:00 GMT",
                        </v1/structure?by=region&release=b-2>; rel="last memento"; \
                        datetime="Sun, 05 Jan 2025 00:00:00 GMT"
                        """);
        assertThat(Memento.timeMap("/v1", List.of(manifest("a-1", "2024-10-28"))))
                .contains("</v1?release=a-1>; rel=\"first last memento\"");
    }

    @Test
    void whatEndsAHeaderOrALinkIsEncoded() {
        assertThat(Memento.timeMap("/v1/x>\"\r\né", List.of())).contains("</v1/x%3E%22%0D%0A%C3%A9>;");
    }

    private static Manifest manifest(String id, String extract) {
        return TownGraph.manifest(id, LocalDate.parse(extract));
    }
}
