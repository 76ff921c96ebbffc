package io.betterprompts.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenCounterProperties {

    private static final TokenCounter TOKENS = new JtokkitTokenCounter();

    @Property(tries = 3000)
    void aLongerTextIsCountedAsIfFromItsBeginning(@ForAll("texts") String text, @ForAll("texts") String tail) {
        assertThat(TOKENS.countLonger(text, TOKENS.count(text), tail)).isEqualTo(TOKENS.count(text + tail));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "word",
                        " ",
                        "  ",
                        "a b",
                        "it's",
                        " I'll",
                        "IBM",
                        "naïve",
                        "漢字",
                        "👍",
                        "...",
                        "\n",
                        "\n\n",
                        "\r\n",
                        "\t",
                        "12345",
                        "é",
                        "e\u0301",
                        "/",
                        "(x)",
                        " the end",
                        "don't ",
                        "A b",
                        "Ab cD",
                        "\u00a0",
                        "\u3000")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }
}
