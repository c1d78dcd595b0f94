package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void whatWasEncodedIsDecodedForTheSameQuestionAlone() {
        String cursor = Cursor.encode("release", "/v1/schools?phase=Primary", new Cursor.Place(300, 7));
        assertThat(cursor).matches("[A-Za-z0-9_-]{43}");
        assertThat(Cursor.decode(cursor, "release", "/v1/schools?phase=Primary"))
                .isEqualTo(new Cursor.Place(300, 7));
        assertThatThrownBy(() -> Cursor.decode(cursor, "other", "/v1/schools?phase=Primary"))
                .hasMessageContaining("another release");
        assertThatThrownBy(() -> Cursor.decode(cursor, "release", "/v1/schools"))
                .hasMessageContaining("other parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNotEncodedIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, "release", "question"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemType.INVALID_CURSOR));
    }
}
