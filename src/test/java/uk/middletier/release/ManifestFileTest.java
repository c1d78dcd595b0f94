package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {
    @TempDir
    private Path folder;

    @Test
    void manifestIsReadAsItWasWritten() throws IOException {
        Manifest manifest = Samples.manifest("20251122T053248Z-0a1b2c3d", "0a1b2c3d");
        ManifestFile.write(folder, manifest);
        assertThat(ManifestFile.read(folder)).isEqualTo(manifest);
    }

    @Test
    void fieldsStandInTheOrderOfTheRecord() throws IOException {
        ManifestFile.write(folder, Samples.manifest("20251122T053248Z-0a1b2c3d", "0a1b2c3d"));
        assertThat(file()).content().isEqualTo("""
                {
                  "formatVersion" : 1,
                  "id" : "20251122T053248Z-0a1b2c3d",
                  "built" : "2025-11-22T05:32:48Z",
                  "softwareVersion" : "0.1.0",
                  "extractDate" : "2025-11-20",
                  "firstDate" : "1990-01-01",
                  "sources" : [ {
                    "file" : "edubasealldata20251120.csv",
                    "kind" : "REGISTER",
                    "extractDate" : "2025-11-20",
                    "sha256" : "%s",
                    "rows" : 51493,
                    "publisher" : "Department for Education",
                    "licence" : "Open Government Licence v3.0",
                    "madeUp" : false,
                    "attribution" : "Contains public sector information licensed under the Open Government Licence v3.0."
                  } ],
                  "counts" : {
                    "nodes" : {
                      "Body" : 2,
                      "School" : 3
                    },
                    "relationships" : {
                      "GOVERNED_BY" : 3
                    }
                  },
                  "issues" : [ {
                    "code" : "PROPOSED",
                    "severity" : "INFO",
                    "title" : "A school is proposed and has not opened.",
                    "count" : 7
                  } ],
                  "contentChecksum" : "0a1b2c3d",
                  "storeBytes" : 1234567
                }
                """.formatted("ab".repeat(32)));
    }

    @Test
    void anotherFormatVersion_isRefusedWithTheCommandThatMendsIt() throws IOException {
        Files.writeString(file(), "{\"formatVersion\": 2, \"whatever\": []}");
        assertThatThrownBy(() -> ManifestFile.read(folder))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("has format 2 and this program reads format 1")
                .hasMessageContaining("middletier import PATH");
    }

    @Test
    void fieldsOfALaterVersion_areIgnored() throws IOException {
        Manifest manifest = Samples.manifest("20251122T053248Z-0a1b2c3d", "0a1b2c3d");
        ManifestFile.write(folder, manifest);
        Files.writeString(file(), Files.readString(file()).replaceFirst("\\{", "{\"note\": \"new\","));
        assertThat(ManifestFile.read(folder)).isEqualTo(manifest);
    }

    @Test
    void damagedOrMissingManifest_isSaidToBeSo() throws IOException {
        assertThatThrownBy(() -> ManifestFile.read(folder)).hasMessageContaining("release.json is missing");
        for (String damaged : new String[] {"", "{", "{}", "[]", "{\"formatVersion\": 1, \"id\": \"x\"}"}) {
            Files.writeString(file(), damaged);
            assertThatThrownBy(() -> ManifestFile.read(folder))
                    .as(damaged)
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining(file() + " is damaged");
        }
    }

    private Path file() {
        return folder.resolve("release.json");
    }
}
