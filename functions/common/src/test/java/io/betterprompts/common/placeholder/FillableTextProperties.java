package io.betterprompts.common.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ObjectNode;

/** Texts and values of the very characters that placeholders are made of. */
class FillableTextProperties {

    private static final List<Variable> VARIABLES = List.of(variable("a"), variable("b"));

    @Property
    void isTheTextAroundThePlaceholdersWithTheValuesBetween(
            @ForAll("plain") String before,
            @ForAll("plain") String between,
            @ForAll("plain") String after,
            @ForAll("tricky") String a,
            @ForAll("tricky") String b) {
        String content = before + "{{a}}" + between + "{{ b }}" + after;

        assertThat(new FillableText(content, VARIABLES).filledWith(values(a, b)))
                .isEqualTo(before + a + between + b + after);
    }

    @Property
    void isTheTextItselfWhereEachValueIsItsOwnPlaceholder(@ForAll("tricky") String content) {
        List<Variable> variables = Placeholders.names(content).stream()
                .map(FillableTextProperties::variable)
                .toList();
        ObjectNode values = Json.mapper().createObjectNode();
        variables.forEach(variable -> values.put(variable.name(), "{{" + variable.name() + "}}"));

        assertThat(new FillableText(content, variables).filledWith(values)).isEqualTo(content);
    }

    @Provide
    static Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("ab \r\n}$\\%é".toCharArray()).ofMaxLength(20);
    }

    @Provide
    static Arbitrary<String> tricky() {
        return Arbitraries.of("{", "}", "{{", "}}", "a", "b", "{{a}}", "{{b}}", "$0", "\\", "\r\n", "é", "{% if %}")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static ObjectNode values(String a, String b) {
        return Json.mapper().createObjectNode().put("a", a).put("b", b);
    }

    private static Variable variable(String name) {
        return new Variable(name, Variable.Type.STRING, null, true, null, null);
    }
}
