package io.betterprompts.common.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.secret.SecretUnavailable;
import io.betterprompts.common.secret.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class DatabaseSettingsTests {

    private static final String URL = "jdbc:postgresql://db.example/app";
    private static final Secrets NONE = reference -> {
        throw new AssertionError("a secret was read");
    };

    @Test
    void hasDefaultsForAllButTheUrl() {
        DatabaseSettings settings = settings(Map.of("DB_URL", URL), NONE);

        assertThat(settings.poolSize()).isEqualTo(2);
        assertThat(settings.connectTimeout()).isEqualTo(Patience.USUAL);
        assertThat(settings.login().get()).usingRecursiveComparison().isEqualTo(Credentials.of("postgres", ""));
    }

    @Test
    void takesWhatIsSet() {
        DatabaseSettings settings =
                settings(Map.of("DB_URL", URL, "DB_USER", "u", "DB_PASSWORD", "p", "DB_POOL_SIZE", "7"), NONE);

        assertThat(settings.url()).isEqualTo(URL);
        assertThat(settings.poolSize()).isEqualTo(7);
        assertThat(settings.login().get()).usingRecursiveComparison().isEqualTo(Credentials.of("u", "p"));
    }

    @Test
    void readsTheSecretForEachConnectionAndNotBefore() {
        StringBuilder password = new StringBuilder("first");
        DatabaseSettings settings = settings(
                Map.of("DB_URL", URL, "DB_SECRET", "file:/login"),
                reference -> "{\"username\":\"app\",\"password\":\"" + password + reference.length()
                        + "\",\"host\":\"elsewhere\",\"port\":5432}");
        assertThat(settings.login().get().getPassword()).isEqualTo("first11");

        password.replace(0, password.length(), "second");

        assertThat(settings.login().get()).usingRecursiveComparison().isEqualTo(Credentials.of("app", "second11"));
        assertThat(settings.url()).isEqualTo(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "{\"username\":\"app\",\"pass\":\"hunter2\"}", "{\"password\":\"hunter2\"}", "[]"})
    void saysWhichSecretIsNoLoginAndNotWhatItHolds(String secret) {
        DatabaseSettings settings = settings(Map.of("DB_URL", URL, "DB_SECRET", "file:/login"), reference -> secret);

        assertThatThrownBy(() -> settings.login().get())
                .isInstanceOf(SecretUnavailable.class)
                .hasNoCause()
                .hasMessageContaining("file:/login")
                .hasMessageNotContaining("hunter2");
    }

    /** SAM can empty a variable of a template and not take it away. */
    @Test
    void takesAnEmptySecretForNone() {
        DatabaseSettings settings = settings(Map.of("DB_URL", URL, "DB_SECRET", "", "DB_USER", "u"), NONE);

        assertThat(settings.login().get()).usingRecursiveComparison().isEqualTo(Credentials.of("u", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_USER", "DB_PASSWORD"})
    void refusesTwoLogins(String second) {
        assertThatThrownBy(() -> settings(Map.of("DB_URL", URL, "DB_SECRET", "file:/login", second, "x"), NONE))
                .hasMessageContaining("DB_SECRET");
    }

    @Test
    void refusesWhatIsNoPostgresUrl() {
        assertThatThrownBy(() -> settings(Map.of("DB_URL", "postgres://u:p@host/db"), NONE))
                .hasMessageContaining("DB_URL")
                .hasMessageNotContaining("u:p");
    }

    private static DatabaseSettings settings(Map<String, String> environment, Secrets secrets) {
        ConfigurableEnvironment given = new AbstractEnvironment() {};
        given.getPropertySources().addFirst(new MapPropertySource("given", Map.copyOf(environment)));
        return DatabaseSettings.from(given, secrets);
    }
}
