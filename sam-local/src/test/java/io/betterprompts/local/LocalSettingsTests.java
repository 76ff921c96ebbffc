package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.http.Cors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalSettingsTests {

    @Test
    void hasADefaultForEverything() {
        assertThat(LocalSettings.from(Map.of()))
                .isEqualTo(new LocalSettings(
                        8000,
                        Path.of(".betterprompts").toAbsolutePath(),
                        Optional.empty(),
                        "true",
                        "anonymous=6000/60,caller=6000/60,credentials=600/60",
                        new Cors(List.of())));
    }

    @Test
    void takesEachSettingFromTheEnvironment() {
        LocalSettings settings = LocalSettings.from(Map.of(
                "PORT", "9000",
                "DATA_DIR", "/data",
                "DB_URL", "jdbc:postgresql://db/x",
                "DB_USER", "me",
                "DB_PASSWORD", "pass",
                "ANONYMOUS_ENHANCE", "false",
                "RATE_LIMITS", "off",
                "CORS_ORIGINS", "https://example.com"));

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/data"));
        assertThat(settings.rateLimits()).isEqualTo("off");
        assertThat(settings.corsOrigins().origins()).containsExactly("https://example.com");
        assertThat(settings.database()).contains(new LocalDatabase("jdbc:postgresql://db/x", "me", "pass"));
        assertThat(settings.anonymous()).isEqualTo("false");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(LocalSettings.from(Map.of("DB_URL", "jdbc:postgresql://db/x", "DB_PASSWORD", "hunter2"))
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> LocalSettings.from(Map.of("PORT", "http"))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> LocalSettings.from(Map.of("PORT", "70000"))).isInstanceOf(CannotStart.class);
    }

    @Test
    void refusesAnOriginThatIsNone() {
        assertThatThrownBy(() -> LocalSettings.from(Map.of("CORS_ORIGINS", "example.com")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CORS_ORIGINS");
    }
}
