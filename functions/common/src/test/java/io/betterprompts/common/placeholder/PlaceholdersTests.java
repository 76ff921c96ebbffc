package io.betterprompts.common.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    @Test
    void areFoundOnceEachInOrder() {
        assertThat(Placeholders.names("{{b}} {{ a\t}}{{b}}\n{{{c}}}")).containsExactly("a", "b", "c");
    }

    @Test
    void mayBeNamedInAnyScript() {
        assertThat(Placeholders.names("{{größe}} {{विषय}} {{主题}} {{user.name}} {{user-name}} {{_x1}}"))
                .containsExactlyInAnyOrder("größe", "विषय", "主题", "user.name", "user-name", "_x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a}", "{{}}", "{{ }}", "{{1a}}", "{{a b}}", "{{#if a}}", "{{a\n}}", "${a}", "{{a}", "a}}"})
    void areNothingElse(String text) {
        assertThat(Placeholders.names(text)).isEmpty();
    }

    @Test
    void haveNamesOfSixtyFourCharactersAtMost() {
        assertThat(Placeholders.names("{{" + "a".repeat(64) + "}}")).hasSize(1);
        assertThat(Placeholders.names("{{" + "a".repeat(65) + "}}")).isEmpty();
    }
}
