package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.config.Setting;
import uk.middletier.config.Settings;

class ServiceTest {
    private static final Map<String, String> TOKEN = Map.of("MIDDLETIER_TOKEN", "0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, auto, false, 0",
        "localhost, on, false, 0",
        "0.0.0.0, auto, false, 1",
        "0.0.0.0, on, false, 2",
        "0.0.0.0, on, true, 0",
        "::, auto, false, 1"
    })
    void whoExposesItWithoutTokens_isTold(String host, String cypher, boolean token, int warnings) {
        Settings settings =
                Settings.of(Map.of(Setting.HOST, host, Setting.CYPHER, cypher), token ? TOKEN : Map.of(), null);
        List<String> told = Service.warnings(settings);
        assertThat(told).hasSize(warnings);
        if (warnings > 0) {
            assertThat(told.get(0)).contains("--host=" + host, "port 8080", "--tokens");
        }
    }
}
