package uk.middletier.generate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** England and Wales at full size against published figures, within bands. */
class GeneratorFiguresTest {
    private static final LocalDate MAY_2010 = LocalDate.of(2010, 5, 1);
    private static final LocalDate MARCH_2015 = LocalDate.of(2015, 3, 31);

    @TempDir
    static Path folder;

    static List<NamedCsvRecord> register = List.of();
    static List<NamedCsvRecord> membership = List.of();

    @BeforeAll
    static void generate() throws IOException {
        Generated generated = new Generated(folder, 1, 1);
        register = generated.register();
        membership = generated.membership();
    }

    @Test
    void scaleOne_isEnglandAndWales() {
        assertThat(register.size()).isBetween(49_000, 53_000);
        assertThat(register.stream()
                        .filter(row ->
                                row.getField("EstablishmentStatus (name)").startsWith("Open")))
                .hasSizeBetween(26_000, 28_500);
        assertThat(register.stream()
                        .filter(row ->
                                row.getField("TypeOfEstablishment (code)").equals("30")))
                .hasSizeBetween(2_350, 2_600);
    }

    /** 203 in May 2010 and 4,580 in March 2015: Jopling and Hadfield 2015. */
    @Test
    void academies_growAsPublished() {
        assertThat(open(MAY_2010, GeneratorFiguresTest::academy)).isBetween(193L, 213L);
        assertThat(open(MARCH_2015, GeneratorFiguresTest::academy)).isBetween(4_350L, 4_800L);
    }

    /** 2,476 and 1,859 in March 2015: Jopling and Hadfield 2015. */
    @Test
    void academiesOfEachPhase_areAsPublished() {
        assertThat(open(MARCH_2015, row -> academy(row) && phase(row).equals("Primary")))
                .isBetween(2_300L, 2_650L);
        assertThat(open(
                        MARCH_2015,
                        row -> academy(row)
                                && (phase(row).equals("Secondary") || phase(row).equals("Middle deemed secondary"))))
                .isBetween(1_720L, 1_960L);
    }

    /** 255 in March 2015, without technical colleges and studio schools: Jopling and Hadfield 2015. */
    @Test
    void freeSchools_areAsPublished() {
        assertThat(open(
                        MARCH_2015,
                        row -> row.getField("TypeOfEstablishment (name)").startsWith("Free schools")))
                .isBetween(240L, 270L);
    }

    /** 39 in 2015: Greany 2017, after Hill 2015; 40 in the register. 350 in the register of January 2025. */
    @Test
    void trustsOfTenOrMore_areAsManyAsPublished() {
        assertThat(sizes(MARCH_2015).stream().filter(size -> size >= 10)).hasSizeBetween(28, 58);
        assertThat(sizes(Generated.EXTRACT).stream().filter(size -> size >= 10)).hasSizeBetween(270, 480);
    }

    /** 54 in 100 academies shared their trust in 2015: Armstrong 2015, after the Department for Education. */
    @Test
    void halfOfAcademies_shareTheirTrustIn2015() {
        Collection<Integer> sizes = sizes(MARCH_2015);
        double all = sizes.stream().mapToInt(size -> size).sum();
        double shared =
                sizes.stream().mapToInt(size -> size).filter(size -> size > 1).sum();
        assertThat(shared / all).isBetween(0.47, 0.61);
    }

    private static long open(LocalDate day, Predicate<NamedCsvRecord> kind) {
        return register.stream()
                .filter(kind)
                .filter(row -> {
                    LocalDate closed = Generated.day(row, "CloseDate");
                    return Generated.covers(
                            Generated.day(row, "OpenDate"), closed == null ? null : closed.plusDays(1), day);
                })
                .count();
    }

    private static boolean academy(NamedCsvRecord row) {
        return row.getField("EstablishmentTypeGroup (name)").equals("Academies");
    }

    private static String phase(NamedCsvRecord row) {
        return row.getField("PhaseOfEducation (name)");
    }

    private static Collection<Integer> sizes(LocalDate day) {
        Map<String, Integer> sizes = new HashMap<>();
        for (NamedCsvRecord row : membership) {
            LocalDate left = Generated.day(row, "Date left group");
            if (Generated.covers(Generated.day(row, "Date joined group"), left, day)) {
                sizes.merge(row.getField("Group UID"), 1, Integer::sum);
            }
        }
        return sizes.values();
    }
}
