package uk.middletier.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolSearchTest {
    @ParameterizedTest
    @CsvSource({
        "203/3614,203/3614",
        "' 203 / 3614 ',203/3614",
    })
    void anLaEstabIsReadWithOrWithoutSpaces(String typed, String laEstab) {
        assertThat(SchoolSearch.of(typed)).isEqualTo(new SchoolSearch.LaEstab(laEstab));
    }

    @Test
    void digitsMayBeAUrnAUkprnOrAnLaEstab() {
        SchoolSearch search = SchoolSearch.of("2033614");
        assertThat(search).isEqualTo(new SchoolSearch.Digits(2033614));
        assertThat(search.parameters()).containsEntry("laEstab", "203/3614").containsEntry("urn", 2033614L);
    }

    @ParameterizedTest
    @CsvSource({"ec3a5de,EC3A 5DE", "EC3A  5DE,EC3A 5DE", "m1 1ae,M1 1AE", "SE10 7AB,SE10 7AB"})
    void aPostcodeIsReadAsItIsTyped(String typed, String postcode) {
        assertThat(SchoolSearch.of(typed)).isEqualTo(new SchoolSearch.Postcode(postcode));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Harbour|+(\"harbour\" harbour*)",
                "St Mary's|+(\"st\" st*) +(\"mary's\" mary's* \"marys\")",
                "Marys|+(\"marys\" marys* \"mary's\")",
                "a AND (b OR \"c\")~2^4|+(\"a\" a*) +(\"and\" and*) +(\"b\" b*) +(\"or\" or*) +(\"c\" c*) +(\"2\" 2*) +(\"4\" 4*)",
                "Ysgol Môn|+(\"ysgol\" ysgol*) +(\"môn\" môn*)",
                "-+:*?|''"
            })
    void wordsAreSearchedForAndNothingInThemIsAnOperator(String typed, String query) {
        assertThat(SchoolSearch.of(typed)).isEqualTo(new SchoolSearch.Words(query));
    }

    @Test
    void oneShapeOfQuestionIsOneText() {
        SchoolFilter one = SchoolFilter.ofBody("trust:1", true);
        SchoolFilter other = SchoolFilter.ofBody("trust:2", true);
        var day = java.time.LocalDate.of(2020, 1, 1);
        assertThat(SchoolStatements.list(one, SchoolSort.NAME, day, new Window(0, 5))
                        .text())
                .isSameAs(SchoolStatements.list(other, SchoolSort.NAME, day.plusDays(1), new Window(5, 9))
                        .text());
    }
}
