package uk.middletier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final String ANA = "0123456789abcdef0123456789abcdef";
    /** Of twenty letters a. */
    private static final String DIGEST = "42492da06234ad0ac76f5d5debdb6d1ae027cffbe746a1c13b89bb8bc0139137";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theFileNamesWhoHoldsWhich_plainOrAsDigest() throws IOException {
        Tokens tokens =
                read("# who may ask\n\nana " + ANA + "\n ben\tsha256:" + DIGEST.toUpperCase(java.util.Locale.ROOT));
        assertThat(tokens.findHolder(ANA)).contains("ana");
        assertThat(tokens.findHolder("a".repeat(20))).contains("ben");
        assertThat(tokens.findHolder(DIGEST)).isEmpty();
        assertThat(tokens.findHolder("sha256:" + DIGEST)).isEmpty();
        assertThat(tokens.findHolder("")).isEmpty();
        assertThat(tokens).hasToString("[ana, ben]");
    }

    @Test
    void oneMayStandInTheEnvironment() {
        Settings settings = Settings.of(Map.of(), Map.of("MIDDLETIER_TOKEN", ANA), null);
        assertThat(Objects.requireNonNull(settings.callers().tokens()).findHolder(ANA))
                .contains("environment");
        assertThat(settings.toString()).doesNotContain(ANA);
        assertThat(Settings.of(Map.of(), Map.of(), null).callers().tokens()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ana, takes a name",
        "ana 0123456789abcdef0123456789abcdef more, takes a name",
        "ana s3cret-s3cret, at least 20",
        "ana sha256:0123, at least 20",
        "'ana 0123456789abcdef0123456789abcdef\nana 0123456789abcdef0123456789abcdee', there is a token of ana already",
        "# nobody, holds no token",
    })
    void aLineThatWillNotDo_isNamed_andNotRepeated(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--tokens")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), "ana " + ANA);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Tokens.read(file, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("chmod 600 " + file);
        assertThatThrownBy(() -> Tokens.read(folder.resolve("none"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there is no such file");
    }

    private Tokens read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Objects.requireNonNull(Tokens.read(file, Map.of()));
    }
}
