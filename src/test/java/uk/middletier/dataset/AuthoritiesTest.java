package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.middletier.model.Period;

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
    void everyEnglishAuthorityOf2014To2022_layInOneOfTheEightRegionsOfTheCommissioners() {
        Period years = new Period(LocalDate.of(2014, 9, 1), LocalDate.of(2022, 9, 1));
        List<Authority> then = authorities.listAll().stream()
                .filter(a -> a.region().startsWith("E"))
                .filter(a -> new Period(a.from(), a.to()).overlaps(years))
                .toList();

        assertThat(authorities.listAll().stream().filter(a -> a.rscRegion() != null))
                .containsExactlyElementsOf(then);
        assertThat(then.stream()
                        .filter(a -> new Period(a.from(), a.to()).contains(LocalDate.of(2018, 3, 12)))
                        .collect(Collectors.groupingBy(Authority::rscRegion, Collectors.counting())))
                .containsOnly(
                        entry("east-midlands-and-humber", 17L),
                        entry("east-of-england-and-north-east-london", 16L),
                        entry("lancashire-and-west-yorkshire", 25L),
                        entry("north", 14L),
                        entry("south-central-and-north-west-london", 26L),
                        entry("south-east-and-south-london", 22L),
                        entry("south-west", 16L),
                        entry("west-midlands", 16L));
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
