package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Quartiles by hand. */
class QuartilesTest {
    @Test
    void ofFiveNumbers_areAmongThem() {
        // 1, 2, 4, 7, 11 in order: places 2, 3 and 4.
        assertThat(Quartiles.of(new double[] {4, 11, 1, 7, 2})).isEqualTo(new Quartiles(5, 2, 4, 7));
    }

    @Test
    void ofFourNumbers_lieBetweenThem() {
        // Places 1.75, 2.5 and 3.25 of 1, 2, 4, 8: 1 + 0.75·1, 2 + 0.5·2, 4 + 0.25·4.
        assertThat(Quartiles.of(new double[] {8, 1, 4, 2})).isEqualTo(new Quartiles(4, 1.75, 3, 5));
    }

    @Test
    void whatIsUndefinedDoesNotCount_andThreeAreTooFew() {
        assertThat(Quartiles.of(new double[] {Double.NaN, 5, 5, Double.NaN, 5, 5}))
                .isEqualTo(new Quartiles(4, 5, 5, 5));
        assertThat(Quartiles.of(new double[] {1, Double.NaN, 2, 3}))
                .isEqualTo(new Quartiles(3, Double.NaN, Double.NaN, Double.NaN));
        assertThat(Quartiles.of(new double[0]).size()).isZero();
    }
}
