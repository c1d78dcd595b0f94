package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 10, 28);

    private final Authorities authorities = new Authorities();

    @Test
    void englandHas153AndWales22_andFourConsortia() {
        List<Authority> now = authorities.listAll().stream()
                .filter(a -> a.from() == null || !a.from().isAfter(TODAY))
                .filter(a -> a.to() == null || a.to().isAfter(TODAY))
                .toList();

        assertThat(now.stream().filter(a -> a.region().startsWith("E")).count()).isEqualTo(153);
        assertThat(now.stream().filter(a -> a.region().startsWith("W")).count()).isEqualTo(22);
        assertThat(now.stream().filter(a -> a.consortium() != null).map(Authority::consortium))
                .hasSize(22)
                .containsOnly("gwe", "erw", "central-south", "eas");
    }

    @Test
    void codesAreUniqueAndPredecessorsAreThemselvesAuthorities() {
        assertThat(authorities.listAll()).extracting(Authority::code).doesNotHaveDuplicates();
        assertThat(authorities.listAll().stream().flatMap(a -> a.predecessors().stream()))
                .allSatisfy(code -> assertThat(authorities.find(code)).isPresent());
    }

    @Test
    void authorityThatTookSchoolsFromTwo_namesBoth() {
        assertThat(authorities.find("822").orElseThrow().predecessors()).containsExactly("820", "902");
        assertThat(authorities.find("801").orElseThrow().name()).isEqualTo("Bristol, City of");
        assertThat(authorities.find("999")).isEmpty();
    }
}
