package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({"phase,phase,0", "pahse,phase,1", "fase,phase,2", "'',abc,3", "la:230,la:203,1", "ca,abc,3"})
    void editsAreInsertionsDeletionsReplacementsAndSwaps(String a, String b, int edits) {
        assertThat(Suggestions.distance(a, b)).isEqualTo(edits);
    }

    @Test
    void onlyWhatIsNearIsSuggested() {
        List<String> names = List.of("asOf", "area", "limit");
        assertThat(Suggestions.nearest("asof", names)).hasValue("asOf");
        assertThat(Suggestions.nearest("limti", names)).hasValue("limit");
        assertThat(Suggestions.nearest("cursor", names)).isEmpty();
    }

    @Test
    void slipsOfTheFingerAreOneDigitAway() {
        assertThat(SchoolRecord.slips("137010"))
                .contains(137000L, 137100L, 13701L)
                .doesNotContain(137010L);
    }
}
