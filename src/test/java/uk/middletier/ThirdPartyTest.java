package uk.middletier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the program is made of, as the build lists it in the jar. */
class ThirdPartyTest {
    private static final String LIST = "/META-INF/sbom/middletier.cdx.json";
    private static final Path PAGE = Path.of("src/site/markdown/third-party.md");

    /**
     * Under which a work may be part of one under GPL-3.0, after the Free Software Foundation's list of licences. Of several
     * that a library offers, one is enough. GPL-2.0 alone, EPL and CDDL are not among them.
     */
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "GPL-2.0-with-classpath-exception",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "MPL-2.0");

    /** What has a name of its own in one place and the usual one in others. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "Apache License, 2.0",
            "Apache-2.0",
            "Modified BSD",
            "BSD-3-Clause",
            "The GNU General Public License (GPL), Version 2, With Classpath Exception",
            "GPL-2.0-with-classpath-exception");

    private static List<Part> parts = List.of();

    /**
     * A library.
     *
     * @param licences it offers, any of which will do
     */
    private record Part(String name, String version, List<String> licences) {
        static Part of(JsonNode component) {
            List<String> licences = new ArrayList<>();
            for (JsonNode choice : component.path("licenses")) {
                JsonNode licence = choice.path("license");
                if (choice.has("expression")) {
                    licences.addAll(List.of(choice.get("expression")
                            .asText()
                            .replaceAll("[()]", "")
                            .split(" OR ", -1)));
                } else {
                    licences.add(licence.path("id").asText(licence.path("name").asText()));
                }
            }
            return new Part(
                    component.path("group").asText() + ":"
                            + component.path("name").asText(),
                    component.path("version").asText(),
                    licences.stream()
                            .map(licence -> ALSO_CALLED.getOrDefault(licence, licence))
                            .distinct()
                            .sorted()
                            .toList());
        }

        String row() {
            return "| `" + name + "` | " + version + " | " + String.join(", ", licences) + " |";
        }
    }

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Boolean.getBoolean("middletier.thirdParty"), "a fast build makes no list of libraries");
        try (InputStream in = ThirdPartyTest.class.getResourceAsStream(LIST)) {
            List<Part> found = new ArrayList<>();
            new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, LIST))
                    .path("components")
                    .forEach(component -> found.add(Part.of(component)));
            found.sort(Comparator.comparing(Part::name).thenComparing(Part::version));
            parts = found;
        }
    }

    @Test
    void everyLicenceGoesWithOurs() {
        assertThat(parts)
                .hasSizeGreaterThan(200)
                .filteredOn(part -> part.licences().stream().noneMatch(COMPATIBLE::contains))
                .isEmpty();
    }

    @Test
    void thePageListsWhatIsInTheJar() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            assertThat(lines.filter(line -> line.startsWith("| `")))
                    .containsExactlyElementsOf(parts.stream().map(Part::row).toList());
        }
    }

    @Test
    void theListIsTheSameWheneverItIsMade() throws IOException {
        try (InputStream in = ThirdPartyTest.class.getResourceAsStream(LIST)) {
            JsonNode list = new ObjectMapper().readTree(Objects.requireNonNull(in, LIST));
            assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(list.has("serialNumber")).isFalse();
            assertThat(list.path("metadata").has("timestamp")).isFalse();
        }
    }
}
