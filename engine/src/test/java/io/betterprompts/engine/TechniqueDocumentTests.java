package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/techniques.md} says what the rule set says; {@code -Dtechniques.write} writes it anew. */
class TechniqueDocumentTests {

    private static final Path PAGE = Path.of("..", "docs", "techniques.md");

    @Test
    void thePageIsThatOfTheRuleSet() throws IOException {
        String page = TechniqueDocument.of(Engines.RULES);
        if (System.getProperty("techniques.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/techniques.md is old: run this test with -Dtechniques.write")
                .isEqualTo(page);
    }
}
