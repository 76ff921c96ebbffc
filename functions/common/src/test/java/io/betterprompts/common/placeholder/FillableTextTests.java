package io.betterprompts.common.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FillableTextTests {

    private static final String ALL = """
            [{"name": "s", "type": "string", "required": true}, {"name": "n", "type": "number", "default": 3},
             {"name": "b", "type": "boolean"}, {"name": "e", "type": "enum", "options": ["x", "y"], "default": "y"}]
            """;

    @Test
    void takesValuesDefaultsAndNothing() {
        assertThat(fill("{{s}}|{{n}}|{{ b }}|{{e}}|{{s}}", ALL, "{\"s\": \"é\\r\\n\"}"))
                .isEqualTo("é\r\n|3||y|é\r\n");
        assertThat(fill("{{n}} {{b}} {{e}}", ALL, "{\"s\": \"\", \"n\": -0.5, \"b\": false, \"e\": \"x\"}"))
                .isEqualTo("-0.5 false x");
    }

    @Test
    void neverReadsAValueForPlaceholders() {
        assertThat(fill("{{s}} {{n}}", ALL, "{\"s\": \"{{n}} $0 \\\\ {{s}} {% x %} {\"}"))
                .isEqualTo("{{n}} $0 \\ {{s}} {% x %} { 3");
    }

    @Test
    void writesNumbersWithoutAnExponent() {
        assertThat(fill("{{n}}", ALL, "{\"s\": \"\", \"n\": 12345678901234567890}"))
                .isEqualTo("12345678901234567890");
        assertThat(fill("{{n}}", ALL, "{\"s\": \"\", \"n\": 1e21}")).isEqualTo("1000000000000000000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                            | #/variables/s is required
            {"s": 1}                      | #/variables/s must be a string
            {"s": null}                   | #/variables/s must be a string
            {"s": "", "n": "1"}           | #/variables/n must be a number
            {"s": "", "b": "true"}        | #/variables/b must be true or false
            {"s": "", "e": "z"}           | #/variables/e must be one of the variable's options
            {"s": "", "a/b~": "z"}        | #/variables/a~1b~0 is no variable of this text
            """)
    void refusesWhatDoesNotFit(String values, String fault) {
        assertThat(faults(values)).containsExactly(fault);
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(faults("{\"n\": true, \"z\": 1, \"y\": 1}")).hasSize(4);
    }

    @Test
    void doesNotGrowWithoutALimit() {
        String content = "{{s}}".repeat(6);
        String fits = "x".repeat(FillableText.MAX_LENGTH / 6);

        assertThat(fill(content, ALL, "{\"s\": \"" + fits + "\"}")).hasSize(FillableText.MAX_LENGTH / 6 * 6);
        assertThatThrownBy(() -> fill(content, ALL, "{\"s\": \"" + fits + "x\"}"))
                .isInstanceOf(FilledTextTooLong.class);
    }

    private static List<String> faults(String values) {
        ValidationFailed refused =
                catchThrowableOfType(ValidationFailed.class, () -> fill("{{s}}{{n}}{{b}}{{e}}", ALL, values));
        return refused.problem("/", "id").errors().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }

    private static String fill(String content, String variables, String values) {
        JsonNode given = Json.mapper().readTree(values);
        return new FillableText(content, List.of(Json.mapper().readValue(variables, Variable[].class)))
                .filledWith(given);
    }
}
