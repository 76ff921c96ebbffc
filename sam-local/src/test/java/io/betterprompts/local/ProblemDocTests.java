package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each problem of the code is a heading with status, title, cause and cure, and each heading a problem of the code. */
class ProblemDocTests {

    @Test
    void tellsOfEachProblemOfTheCodeAndOfNoOther() {
        assertThat(ProblemTypes.inDocument()).hasSizeGreaterThan(40).isEqualTo(ProblemTypes.inSources());
    }

    @Test
    void hasNoHeadingWithoutACauseAndACure() {
        assertThat(ProblemTypes.headings()).hasSameSizeAs(ProblemTypes.inDocument());
    }

    @Test
    void noticesAProblemThatIsNew() {
        assertThat(ProblemTypes.in("super(418, \"tea-cold\", \"The tea is cold\", \"Make another.\");"))
                .containsExactly("tea-cold, 418 · The tea is cold");
        assertThat(ProblemTypes.in("extends NotFound { super(\"tea-not-found\", \"tea\", id); }"))
                .containsExactly("tea-not-found, 404 · There is no such tea");
    }
}
