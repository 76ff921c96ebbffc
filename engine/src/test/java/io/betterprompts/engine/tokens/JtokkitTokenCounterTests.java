package io.betterprompts.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JtokkitTokenCounterTests {

    private final TokenCounter tokens = new JtokkitTokenCounter();

    @Test
    void countsTokensAndNotCharacters() {
        assertThat(tokens.count("")).isZero();
        assertThat(tokens.count("hello world")).isEqualTo(2);
        assertThat(tokens.encoding()).isEqualTo("o200k_base");
    }

    @Test
    void textThatLooksLikeASpecialTokenIsText() {
        assertThat(tokens.count("<|endoftext|>")).isGreaterThan(1);
    }

    @Test
    void oneEndlessWordIsCountedInTime() {
        tokens.count("warm");
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> tokens.count("a".repeat(20_000)));
    }
}
