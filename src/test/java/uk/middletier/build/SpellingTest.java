package uk.middletier.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The Hill Trust Limited | HILL TRUST LTD",
                "St. Mary's & St John's | Saint Mary’s and St Johns",
                "Uplands Junior L.E.A.D Academy | Uplands Junior L.E.A.D. Academy",
                "Sainte-Thérèse  School | Sainte Therese School",
                "Hill CofE School | Hill Church of England School",
                "Hill C of E School | Hill CE School",
                "Hill RC School | Hill Roman Catholic School",
                "Hill Schools Partnership (HSP) | Hill Schools' Partnership",
                "The Hill MAT | Hill Multi-Academy Trust",
                "Hill Cooperative | Hill Co-operative",
                "Beis Rochel d?Satmar School | Beis Rochel D'satmar School",
                "Ysgol T?r Delyn | Ysgol Tŵr Delyn",
                "Ysgol T�r | Ysgol T?r",
                "Hill School ? North | Hill School - North",
            })
    void oneNameWrittenInTwoWays_isOneName(String first, String second) {
        assertThat(Spelling.sameName(first, second)).isTrue();
        assertThat(Spelling.sameName(second, first)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hill School | Star Academy",
                "Hill School | Hill School and Nursery",
                "Isca | Isca Academy",
                "Hill School (Bath) | Hill School (Bristol)",
                "Ysgol T?r | Ysgol Twyrn",
                "Hill CofE Primary School | Hill Primary School",
            })
    void otherWordsAreAnotherName(String first, String second) {
        assertThat(Spelling.sameName(first, second)).isFalse();
        assertThat(Spelling.sameName(second, first)).isFalse();
    }

    @Test
    void nothingIsNoName() {
        assertThat(Spelling.isName("None")).isFalse();
        assertThat(Spelling.isName(" ")).isFalse();
        assertThat(Spelling.isName("Hill")).isTrue();
    }
}
