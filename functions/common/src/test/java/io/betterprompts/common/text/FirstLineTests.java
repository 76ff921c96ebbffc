package io.betterprompts.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLineTests {

    @Test
    void isTheFirstLineWithSomethingOnIt() {
        assertThat(FirstLine.of("\r\n \t\n  Write a poem\t \r\nabout the sea")).isEqualTo("Write a poem");
    }

    @Test
    void keepsALineOfEightyCharactersWhole() {
        String line = "👋 word ".repeat(12).substring(0, 91) + "x";

        assertThat(line.codePointCount(0, line.length())).isEqualTo(80);
        assertThat(FirstLine.of(line)).isEqualTo(line);
    }

    @Test
    void cutsALongerLineAfterAWord() {
        assertThat(FirstLine.of("a".repeat(70) + " " + "b".repeat(20))).isEqualTo("a".repeat(70));
    }

    @Test
    void keepsAWordThatEndsAtTheLimit() {
        assertThat(FirstLine.of("a".repeat(70) + " " + "b".repeat(9) + " c"))
                .isEqualTo("a".repeat(70) + " " + "b".repeat(9));
    }

    @Test
    void cutsOneLongWordAfterACharacter() {
        assertThat(FirstLine.of("海".repeat(100))).isEqualTo("海".repeat(80));
        assertThat(FirstLine.of("👋".repeat(100))).isEqualTo("👋".repeat(80));
    }

    @Test
    void isADotDotDotForAPromptOfWhiteSpace() {
        assertThat(FirstLine.of(" \n\t")).isEqualTo("…");
    }
}
