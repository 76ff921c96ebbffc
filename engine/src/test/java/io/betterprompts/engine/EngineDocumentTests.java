package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.select.ModelClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The prompt that {@code docs/engine.md} walks through becomes what stands there. */
class EngineDocumentTests {

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "REASONING"})
    void theExampleIsReal(ModelClass modelClass) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "engine.md"));
        Enhancement result = Engines.sureOf(Intent.REASONING)
                .enhance(Requests.of(block(page, "prompt")).forClass(modelClass).build());
        assertThat(result.enhancedText()).isEqualTo(block(page, "enhanced " + modelClass.label()));
    }

    private static String block(String page, String name) {
        int start = page.indexOf("```" + name + "\n") + name.length() + 4;
        return page.substring(start, page.indexOf("\n```", start));
    }
}
