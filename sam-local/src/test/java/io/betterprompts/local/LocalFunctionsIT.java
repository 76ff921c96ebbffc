package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.betterprompts.enhance.EnhanceApplication;
import io.betterprompts.settings.SettingsApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFunctionsIT {

    private static final String HEALTH = """
            {"version": "2.0", "routeKey": "GET /api/v1/health", "rawPath": "/api/v1/health", "headers": {},
             "requestContext": {"requestId": "1", "http": {"method": "GET", "path": "/api/v1/health", "sourceIp": "192.0.2.1"}}}
            """;

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("RULES_OVERLAY");
        System.clearProperty("DB_URL");
    }

    @Test
    void sayWhatIsWrongWithTheDeploymentsRulesInsteadOfStarting() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, "prefer: [few_shot]\noff: [mind_reading]\n");

        assertThatThrownBy(() -> startWith(rules))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The function enhance: " + rules + ":2: no technique 'mind_reading'");
    }

    @Test
    void sayThatTheDeploymentsRulesAreNotThere() {
        Path missing = folder.resolve("none.yaml");

        assertThatThrownBy(() -> startWith(missing))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The function enhance: RULES_OVERLAY: cannot read " + missing);
    }

    @Test
    void logOneLineForARequest() {
        LocalFunctions functions = start("settings", SettingsApplication.class);

        try (LogRecorder log = LogRecorder.recording()) {
            functions.invoke("settings", HEALTH.getBytes(StandardCharsets.UTF_8));

            assertThat(log.lines()).singleElement(STRING).contains("GET /api/v1/health 200");
        }
    }

    private static void startWith(Path rules) {
        System.setProperty("RULES_OVERLAY", rules.toString());
        start("enhance", EnhanceApplication.class);
    }

    private static LocalFunctions start(String function, Class<?> application) {
        System.setProperty("DB_URL", "jdbc:postgresql://localhost:1/nowhere");
        System.clearProperty("REHEARSE_AT_START"); // which a server that was started here before may have left
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        return LocalFunctions.start(Map.of(function, application), silent);
    }
}
