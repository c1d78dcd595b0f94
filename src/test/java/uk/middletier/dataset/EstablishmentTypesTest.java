package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.model.SchoolGroup;

class EstablishmentTypesTest {
    @ParameterizedTest
    @CsvSource({
        "01, Community school,                             LA_MAINTAINED",
        "12, Foundation special school,                    LA_MAINTAINED",
        "14, Pupil referral unit,                          LA_MAINTAINED",
        "15, Local authority nursery school,               LA_MAINTAINED",
        "06, City technology college,                      CITY_TECHNOLOGY_COLLEGE",
        "28, Academy Sponsor Led,                          ACADEMY",
        "57, Academy secure 16 to 19,                      ACADEMY",
        "35, Free Schools,                                 FREE_SCHOOL",
        "38, Free Schools - Alternative Provision,         FREE_SCHOOL",
        "40, University technical college,                 UNIVERSITY_TECHNICAL_COLLEGE",
        "41, Studio schools,                               STUDIO_SCHOOL",
        "30, Welsh establishment,                          WELSH_MAINTAINED",
        "08, Non-maintained special school,                OTHER",
        "10, Other independent special school,             OTHER",
        "32, Special post 16 institution,                  OTHER",
        "'', COMMUNITY SCHOOL,                             LA_MAINTAINED",
        "99, Academy of a kind to come,                    ACADEMY",
        "99, Free schools of a kind to come,               FREE_SCHOOL",
        "99, Something else,                               OTHER",
        "'', '',                                           OTHER",
    })
    void groupGoesByCodeThenByName(String code, String name, SchoolGroup group) {
        assertThat(EstablishmentTypes.groupOf(code, name)).isEqualTo(group);
    }
}
