package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.history.Snippet.Part;
import org.junit.jupiter.api.Test;

class SnippetTests {

    @Test
    void dividesAPassageAtItsMarks() {
        assertThat(Snippet.of("a \uFDD0b\uFDD1 c \uFDD0d\uFDD1").parts())
                .containsExactly(
                        new Part("a ", false), new Part("b", true), new Part(" c ", false), new Part("d", true));
    }

    @Test
    void isOnePartWithoutMarks() {
        assertThat(Snippet.of("a b").parts()).containsExactly(new Part("a b", false));
        assertThat(Snippet.of("").parts()).isEmpty();
    }
}
