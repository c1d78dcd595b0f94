package uk.middletier.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    @TempDir
    Path folder;

    @Test
    void oneSeed_givesTheSameBytesAgain() throws IOException {
        List<Path> first = new Generated(folder.resolve("a"), 7, 0.3, "840", "central-south").files.paths();
        List<Path> second = new Generated(folder.resolve("b"), 7, 0.3, "840", "central-south").files.paths();

        for (int i = 0; i < first.size(); i++) {
            assertThat(Files.mismatch(first.get(i), second.get(i))).isEqualTo(-1);
        }
    }

    @Test
    void anotherSeed_givesOtherSchools() throws IOException {
        Generated first = new Generated(folder.resolve("a"), 7, 0.3, "840");
        Generated second = new Generated(folder.resolve("b"), 8, 0.3, "840");

        assertThat(names(first)).isNotEqualTo(names(second));
    }

    @Test
    void filesAreNamedAndHeadedByTheirDateAndKind() throws IOException {
        Generated generated = new Generated(folder, 1, 0.05, "840");

        assertThat(generated.files.paths())
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "fictional-edubasealldata20250105.csv",
                        "fictional-links_edubasealldata20250105.csv",
                        "fictional-allgroupsdata20250105.csv",
                        "fictional-alllinksdata20250105.csv",
                        "fictional-academiesmatmembership20250105.csv");
        assertThat(generated.files.register().rows())
                .isEqualTo(generated.register().size());
    }

    @Test
    void anAuthoritysSchools_areTheSameAloneOrAmongOthers() throws IOException {
        List<String> alone = schoolsOf(new Generated(folder.resolve("a"), 3, 0.5, "840"), "840");
        List<String> among = schoolsOf(new Generated(folder.resolve("b"), 3, 0.5, "North East"), "840");

        assertThat(alone).isEqualTo(among).isNotEmpty();
    }

    @Test
    void areas_mayBeCodesRegionsAndConsortia() throws IOException {
        assertThat(authorities(new Generated(folder.resolve("a"), 1, 0.2, "203")))
                .containsExactly("203");
        assertThat(authorities(new Generated(folder.resolve("b"), 1, 0.2, "E12000001")))
                .contains("390", "805", "840", "929")
                .hasSize(12);
        assertThat(authorities(new Generated(folder.resolve("c"), 1, 0.2, "Central-South")))
                .containsExactly("672", "673", "674", "675", "681");
    }

    @Test
    void anUnknownArea_isRefusedByNameWithThoseThereAre() {
        GenerateOptions options = new GenerateOptions(1, 1, Set.of("Atlantis"), Generated.EXTRACT);

        assertThatThrownBy(() -> new Generator(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Atlantis")
                .hasMessageContaining("North East")
                .hasMessageContaining("central-south")
                .hasMessageContaining("840");
    }

    @Test
    void closedBeforeAReorganisation_staysWithTheAuthorityAbolished() throws IOException {
        LocalDate reorganised = LocalDate.of(2023, 4, 1);
        for (NamedCsvRecord row : new Generated(folder, 5, 1, "942", "943").register()) {
            LocalDate closed = Generated.day(row, "CloseDate");
            boolean before = closed != null && closed.isBefore(reorganised);
            assertThat(row.getField("LA (code)").equals("909")).isEqualTo(before);
            if (!before && Generated.covers(Generated.day(row, "OpenDate"), null, reorganised.minusDays(1))) {
                assertThat(row.getField("PreviousLA (name)")).isEqualTo("Pre-LGR 2023 Cumbria");
            }
        }
    }

    @Test
    void everyReference_leadsSomewhere() throws IOException {
        Generated generated = new Generated(folder, 11, 1, "North East", "central-south");
        List<NamedCsvRecord> register = generated.register();
        Set<String> urns = column(register, "URN");
        Set<String> uids = column(generated.groups(), "Group UID");

        assertThat(urns).hasSameSizeAs(register);
        assertThat(register.stream().map(row -> row.getField("LA (code)") + "/" + row.getField("EstablishmentNumber")))
                .doesNotHaveDuplicates();
        assertThat(uids).hasSameSizeAs(generated.groups());
        assertThat(urns)
                .containsAll(column(generated.links(), "URN"))
                .containsAll(column(generated.links(), "LinkURN"));
        assertThat(urns).containsAll(column(generated.membership(), "URN"));
        assertThat(urns).containsAll(column(generated.groupLinks(), "URN"));
        assertThat(uids)
                .containsAll(column(generated.membership(), "Group UID"))
                .containsAll(column(generated.groupLinks(), "Group UID"));
        Set<String> named = new HashSet<>(column(register, "Trusts (code)"));
        for (String codes : column(register, "Federations (code)")) {
            named.addAll(List.of(codes.split("~", -1)));
        }
        named.remove("");
        assertThat(uids).containsAll(named);
    }

    @Test
    void noAcademy_isInTwoTrustsAtOnce() throws IOException {
        Map<String, LocalDate> free = new HashMap<>();
        List<NamedCsvRecord> spells = new Generated(folder, 11, 1, "North East")
                .membership().stream()
                        .sorted(Comparator.comparing(row -> String.valueOf(Generated.day(row, "Date joined group"))))
                        .toList();

        assertThat(spells).isNotEmpty().allSatisfy(row -> {
            LocalDate joined = Generated.day(row, "Date joined group");
            LocalDate left = Generated.day(row, "Date left group");
            assertThat(joined).isNotNull().isBeforeOrEqualTo(Generated.EXTRACT);
            assertThat(joined).isAfterOrEqualTo(free.getOrDefault(row.getField("URN"), LocalDate.MIN));
            if (left != null) {
                assertThat(left).isAfterOrEqualTo(joined).isBeforeOrEqualTo(Generated.EXTRACT);
            }
            free.put(row.getField("URN"), left == null ? LocalDate.MAX : left);
        });
    }

    @Test
    void everyOpenAcademy_isInTheTrustTheRegisterNames() throws IOException {
        Generated generated = new Generated(folder, 11, 1, "North East");
        Map<String, String> present = new HashMap<>();
        for (NamedCsvRecord row : generated.membership()) {
            if (row.getField("Date left group").isEmpty()) {
                present.put(row.getField("URN"), row.getField("Group UID"));
            }
        }
        for (NamedCsvRecord row : generated.register()) {
            boolean academy = row.getField("EstablishmentTypeGroup (code)").matches("10|11");
            if (academy && row.getField("EstablishmentStatus (name)").startsWith("Open")) {
                assertThat(row.getField("Trusts (code)")).isEqualTo(present.get(row.getField("URN")));
            }
        }
    }

    @Test
    void aGroup_hasExactlyOneOfTheTwoOpeningDates() throws IOException {
        assertThat(new Generated(folder, 2, 1, "North East").groups())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("Open date").isEmpty())
                        .isNotEqualTo(
                                row.getField("Incorporated on (open date)").isEmpty()));
    }

    @Test
    void everySchool_liesInGreatBritain() throws IOException {
        for (NamedCsvRecord row : new Generated(folder, 2, 0.2).register()) {
            assertThat(Integer.parseInt(row.getField("Easting"))).isBetween(80_000, 660_000);
            assertThat(Integer.parseInt(row.getField("Northing"))).isBetween(5_000, 660_000);
        }
    }

    @Test
    void noSchool_closesBeforeItOpens() throws IOException {
        for (NamedCsvRecord row : new Generated(folder, 1, 1).register()) {
            LocalDate opened = Generated.day(row, "OpenDate");
            LocalDate closed = Generated.day(row, "CloseDate");
            if (opened != null && closed != null) {
                assertThat(opened).as(row.getField("URN")).isBeforeOrEqualTo(closed);
            }
        }
    }

    @Test
    void anEarlyExtract_knowsOnlyItsPast() throws IOException {
        GenerateOptions early = new GenerateOptions(1, 1, Set.of("North East"), LocalDate.of(2012, 3, 1));
        GeneratedFiles files = new Generator(early).writeTo(folder);

        assertThat(files.membership().rows()).isBetween(40L, 200L);
        assertThat(files.register().file()).hasFileName("fictional-edubasealldata20120301.csv");
    }

    private static Set<String> column(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).collect(Collectors.toSet());
    }

    private static List<String> names(Generated generated) throws IOException {
        return generated.register().stream()
                .map(row -> row.getField("EstablishmentName"))
                .toList();
    }

    private static Set<String> authorities(Generated generated) throws IOException {
        return new TreeSet<>(column(generated.register(), "LA (code)"));
    }

    /** Without the columns that tell of trusts, which are formed among the areas asked for. */
    private static List<String> schoolsOf(Generated generated, String authority) throws IOException {
        return generated.register().stream()
                .filter(row -> row.getField("LA (code)").equals(authority))
                .map(row -> row.getField("URN")
                        + row.getField("EstablishmentName")
                        + row.getField("OpenDate")
                        + row.getField("CloseDate")
                        + row.getField("NumberOfPupils"))
                .toList();
    }
}
