package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.http.Cors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class EnhanceSettingsTests {

    @Test
    void letNobodyInAndAddNoRulesByDefault() {
        assertThat(settings(Map.of())).isEqualTo(new EnhanceSettings(false, Optional.empty(), new Cors(List.of())));
    }

    @Test
    void takeWhatIsSet() {
        assertThat(settings(Map.of(
                        "ANONYMOUS_ENHANCE", "true",
                        "RULES_OVERLAY", "/opt/rules.yaml",
                        "CORS_ORIGINS", "https://example.com")))
                .isEqualTo(new EnhanceSettings(
                        true, Optional.of("/opt/rules.yaml"), new Cors(List.of("https://example.com"))));
    }

    @Test
    void refuseWhatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> settings(Map.of("ANONYMOUS_ENHANCE", "yes")))
                .hasMessageContaining("ANONYMOUS_ENHANCE");
    }

    private static EnhanceSettings settings(Map<String, Object> values) {
        ConfigurableEnvironment environment = new AbstractEnvironment() {};
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        return EnhanceSettings.from(environment);
    }
}
