package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordBaselineTests {

    @ParameterizedTest
    @CsvSource({
        "Translate this, TRANSLATION",
        "TL;DR?, SUMMARIZATION",
        "write a poem, CREATIVE_WRITING",
        "an explanation, QUESTION_ANSWERING",
        "summarize the code, SUMMARIZATION",
        "hi there, CONVERSATION"
    })
    void goesByTheFirstRuleThatFindsAWholeWord(String text, Intent intent) {
        assertThat(KeywordBaseline.guess(text)).isEqualTo(intent);
    }
}
