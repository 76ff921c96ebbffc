package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.enhance.EnhanceApplication;
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

    private static void startWith(Path rules) {
        System.setProperty("RULES_OVERLAY", rules.toString());
        System.setProperty("DB_URL", "jdbc:postgresql://localhost:1/nowhere");
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        LocalFunctions.start(Map.of("enhance", EnhanceApplication.class), silent);
    }
}
