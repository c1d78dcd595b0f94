package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|JSON",
                "*/*|JSON",
                "text/csv|CSV",
                "TEXT/CSV; charset=utf-8|CSV",
                "text/csv, application/json|JSON",
                "application/json;q=0.5, text/csv|CSV",
                "application/x-ndjson|NDJSON",
                "application/ndjson|NDJSON",
                "text/*;q=0.9|CSV",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|JSON",
                "application/json;q=0, */*|CSV",
                "application/zip|BUNDLE",
                "text/plain|CYPHER"
            })
    void theAcceptHeaderChoosesByQualityThenByOrder(String accept, Format format) {
        assertThat(Format.choose(null, accept, Format.TABLE)).isEqualTo(format);
    }

    @Test
    void theParameterGoesBeforeTheHeader() {
        assertThat(Format.choose("csv", "application/json", Format.TABLE)).isEqualTo(Format.CSV);
    }

    @ParameterizedTest
    @CsvSource({"application/xml", "image/*", "application/json;q=0", "nonsense"})
    void whatThereIsNotIsRefusedWithWhatThereIs(String accept) {
        assertThatThrownBy(() -> Format.choose(null, accept, java.util.List.of(Format.JSON)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().allowed()).containsExactly("json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, gzip;q=0.5|true",
                "*|true",
                "gzip;q=0|false",
                "gzip; q=0.0, *|false",
                "identity|false",
                "|false",
                "deflate|false",
                "GZIP|true"
            })
    void answersArePackedForThoseWhoSaySo(String accept, boolean packed) {
        assertThat(Transmission.acceptsGzip(accept)).isEqualTo(packed);
    }
}
