package io.betterprompts.engine.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTests {

    private final ModelCatalogue models =
            ModelCatalogue.read(YamlNode.parse("models.yaml", Resources.text("models.yaml")));

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, STANDARD",
        "gpt-4o-2024-11-20, STANDARD",
        "GPT-4o-mini, SMALL",
        "openai/gpt-5.1, REASONING",
        "gpt-5-chat-latest, STANDARD",
        "o3, REASONING",
        "o4-mini-2025-04-16, REASONING",
        "claude-sonnet-4-5, STANDARD",
        "anthropic.claude-3-5-haiku-20241022-v1:0, SMALL",
        "claude-haiku-4-5, SMALL",
        "gemini-2.5-pro, REASONING",
        "gemini-2.5-flash-lite, SMALL",
        "deepseek-r1, REASONING",
        "deepseek-chat, STANDARD",
        "meta-llama/Llama-3.1-8B-Instruct, SMALL",
        "meta.llama3-3-70b-instruct-v1:0, STANDARD",
        "mistral-large-latest, STANDARD",
        "magistral-medium-2506, REASONING",
        "grok-4, REASONING",
        "amazon.nova-lite-v1:0, SMALL",
        "phi-4, SMALL",
        "phi-4-reasoning-plus, REASONING",
        "qwq-32b, REASONING",
        "my-own-model, STANDARD"
    })
    void knowsTheClass(String name, ModelClass expected) {
        assertThat(models.classOf(name)).isEqualTo(expected);
    }

    @Test
    void listsAtLeastSixtyModels() {
        assertThat(models.entries()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(models.entries()).extracting(ModelCatalogue.Entry::pattern).doesNotHaveDuplicates();
    }

    @Test
    void noPatternHidesALaterOne() {
        for (ModelCatalogue.Entry entry : models.entries()) {
            String sample = entry.pattern().replace("*", "");
            assertThat(models.classOf(sample)).as(entry.pattern()).isEqualTo(entry.modelClass());
        }
    }
}
