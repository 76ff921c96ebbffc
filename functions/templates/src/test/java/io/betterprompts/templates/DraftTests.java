package io.betterprompts.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTests {

    @Test
    void isPrivateAndEmptyWhereNothingElseIsSaid() {
        assertThat(Json.mapper().writeValueAsString(draft("hello", "[]"))).isEqualTo("""
                        {"name":"n","content":"hello","description":null,"category":null,"tags":[],"is_public":false,\
                        "variables":[]}""");
    }

    @Test
    void namesEachPlaceholderWithoutAVariable() {
        assertThat(faults(draft("{{a}} {{b}} {{ c }}", "[{\"name\": \"b\", \"type\": \"string\"}]")))
                .containsExactly(
                        "#/content {{a}} is not declared in variables", "#/content {{c}} is not declared in variables");
    }

    @Test
    void acceptsAVariableWithoutAPlaceholder() {
        Draft draft = draft("hello", "[{\"name\": \"spare\", \"type\": \"string\"}]");

        assertThat(draft.checked()).isEqualTo(draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"type\": \"string\", \"default\": \"\"}",
                "{\"name\": \"a\", \"type\": \"number\", \"default\": 1.5}",
                "{\"name\": \"a\", \"type\": \"boolean\", \"default\": false, \"required\": true}",
                "{\"name\": \"a\", \"type\": \"enum\", \"default\": \"x\", \"options\": [\"x\", \"y\"]}",
                "{\"name\": \"a\", \"type\": \"enum\", \"options\": [\"x\"], \"description\": \"which\"}"
            })
    void acceptsADefaultOfTheVariablesType(String variable) {
        Draft draft = draft("{{a}}", "[" + variable + "]");

        assertThat(draft.checked()).isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "string", "default": 1                      | #/variables/0/default
            "type": "number", "default": "1"                    | #/variables/0/default
            "type": "boolean", "default": "true"                | #/variables/0/default
            "type": "enum", "default": "z", "options": ["x"]    | #/variables/0/default
            "type": "enum"                                      | #/variables/0/options
            "type": "string", "options": ["x"]                  | #/variables/0/options
            """)
    void refusesAVariableThatMakesNoSense(String rest, String pointer) {
        assertThat(faults(draft("{{a}}", "[{\"name\": \"a\", " + rest + "}]")))
                .singleElement()
                .asString()
                .startsWith(pointer + " ");
    }

    @Test
    void refusesTwoVariablesOfOneName() {
        String variable = "{\"name\": \"a\", \"type\": \"string\"}";

        assertThat(faults(draft("", "[" + variable + ", " + variable + "]")))
                .containsExactly("#/variables/1/name is declared twice");
    }

    private static Draft draft(String content, String variables) {
        return new Draft(
                "n", content, null, null, null, null, List.of(Json.mapper().readValue(variables, Variable[].class)));
    }

    private static List<String> faults(Draft draft) {
        return catchThrowableOfType(ValidationFailed.class, draft::checked).problem("/", "id").errors().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }
}
