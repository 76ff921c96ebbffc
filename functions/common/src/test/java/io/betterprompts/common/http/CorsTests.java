package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTests {

    private final Cors listed = Cors.parse("https://example.com, http://localhost:5173");

    @Test
    void letsNobodyInUnlessToldTo() {
        assertThat(Cors.parse("").headers("https://example.com")).isEmpty();
        assertThat(Cors.parse("").preflight("https://example.com")).isEmpty();
    }

    @Test
    void letsTheListedOriginsInAndNoOther() {
        assertThat(listed.headers("https://example.com"))
                .containsEntry("access-control-allow-origin", "https://example.com")
                .containsEntry("vary", "origin");
        assertThat(listed.preflight("http://localhost:5173"))
                .containsEntry("access-control-allow-origin", "http://localhost:5173");
        assertThat(listed.headers("https://example.com.evil.org")).doesNotContainKey("access-control-allow-origin");
        assertThat(listed.headers("null")).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://example.com"})
    void neverLetsABrowserSendCookies(String setting) {
        assertThat(Cors.parse(setting).preflight("https://example.com"))
                .containsKey("access-control-allow-origin")
                .doesNotContainKey("access-control-allow-credentials");
        assertThat(Cors.parse(setting).headers("https://example.com"))
                .doesNotContainKey("access-control-allow-credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "https://example.com/", "https://*.example.com", "*,https://a.b", "null", ","})
    void refusesWhatIsNoOrigin(String setting) {
        assertThatThrownBy(() -> Cors.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CORS_ORIGINS");
    }
}
