package io.betterprompts.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptTokenizerIT {

    private static final int LIMIT = 32;
    private static final long CLS = 101;
    private static final long SEP = 102;

    private PromptTokenizer tokenizer;

    @BeforeAll
    void load() throws IOException {
        tokenizer = tokenizer(LIMIT);
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    private static PromptTokenizer tokenizer(int maxTokens) throws IOException {
        try (InputStream json = ClassifierFiles.bundled().open(ClassifierFiles.TOKENIZER)) {
            return new PromptTokenizer(json, maxTokens);
        }
    }

    /** The ids the original implementation of the uncased vocabulary gives. */
    @Test
    void knowsTheVocabulary() {
        assertThat(tokenizer.encode("Hello, World")).containsExactly(CLS, 7592, 1010, 2088, SEP);
    }

    @Test
    void ignoresCaseAccentsAndWhiteSpace() {
        assertThat(tokenizer.encode("  CAFÉ\n\n\tlatte ")).isEqualTo(tokenizer.encode("cafe latte"));
    }

    @Test
    void keepsAShortTextWhole() {
        long[] ids = tokenizer.encode("word ".repeat(LIMIT - 2));

        assertThat(ids).hasSize(LIMIT);
        assertThat(Arrays.stream(ids).filter(id -> id == 2773)).hasSize(LIMIT - 2);
    }

    @Test
    void keepsTwoThirdsOfTheBeginningAndOneThirdOfTheEnd() {
        long[] ids = tokenizer.encode("one ".repeat(25) + "two ".repeat(25));

        assertThat(Arrays.stream(ids).filter(id -> id == 2028)).hasSize(20);
        assertThat(Arrays.stream(ids).filter(id -> id == 2048)).hasSize(10);
        assertThat(ids).startsWith(CLS, 2028).endsWith(2048, SEP);
    }

    @Test
    void treatsAHugeTextLikeALongOne() {
        String text = "one ".repeat(4_000) + "two ".repeat(4_000);

        assertThat(tokenizer.encode(text)).isEqualTo(tokenizer.encode("one ".repeat(25) + "two ".repeat(25)));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 512, 513, 1023, 1024, 1025, 5_000})
    void neverExceedsTheLimitWhereverTheWindowsCut(int length) {
        assertThat(tokenizer.encode("🙈".repeat(length)).length).isBetween(3, LIMIT);
        assertThat(tokenizer.encode("a" + "🙈".repeat(length)).length).isBetween(3, LIMIT);
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(tokenizer.encode("a \uD83D b")).isEqualTo(tokenizer.encode("a \uFFFD b"));
        assertThat(tokenizer.encode("a \uDE48")).isEqualTo(tokenizer.encode("a \uFFFD"));
        assertThat(tokenizer.encode("a \uD83D\uDE48")).isNotEqualTo(tokenizer.encode("a \uFFFD"));
    }

    @Test
    void framesATextWithoutTokens() {
        assertThat(tokenizer.encode(" \u200B")).containsExactly(CLS, SEP);
    }

    @Test
    void refusesALimitWithoutRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokenizer(4));
    }
}
