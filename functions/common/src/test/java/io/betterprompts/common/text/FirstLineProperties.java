package io.betterprompts.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FirstLineProperties {

    @Property
    void isAShortPieceOfOneLineOfThePrompt(@ForAll("prompts") String prompt) {
        Assume.that(!prompt.isBlank());

        String title = FirstLine.of(prompt);

        assertThat(prompt).contains(title);
        assertThat(title).isNotBlank().doesNotContain("\n", "\r");
        assertThat(title.codePointCount(0, title.length())).isLessThanOrEqualTo(FirstLine.MAX_CODE_POINTS);
        assertThat(title.strip()).isEqualTo(title);
    }

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.of("word", " ", "\t", "\r\n", "\n", "海", "👩‍👩‍👧", "e\u0301", "x".repeat(90))
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces));
    }
}
