package io.betterprompts.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTests {

    /** The CRC-32 of 43 zeros is as Python's zlib computes it. */
    private static final String ZEROS = "bp_live_" + "0".repeat(43);

    private final ApiKey key = ApiKey.random(new SecureRandom());

    @Test
    void hasTheDocumentedForm() {
        assertThat(key.text()).matches("bp_live_[0-9A-Za-z]{49}");
        assertThat(key.prefix())
                .matches("bp_live_[0-9A-Za-z]{12}")
                .isEqualTo(key.text().substring(0, 20));
        assertThat(key.hash()).hasSize(32);
        assertThat(ApiKey.random(new SecureRandom())).isNotEqualTo(key);
    }

    @Test
    void endsWithTheChecksumOfItsDigits() {
        assertThat(new ApiKey(ZEROS + "2CZclj").prefix()).isEqualTo("bp_live_000000000000");
    }

    @Test
    void noticesEverySlipInOneCharacter() {
        for (int i = "bp_live_".length(); i < key.text().length(); i++) {
            char other = key.text().charAt(i) == 'a' ? 'b' : 'a';
            String slipped = key.text().substring(0, i) + other + key.text().substring(i + 1);

            assertThatThrownBy(() -> new ApiKey(slipped)).isInstanceOf(ApiKeyInvalid.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bp_live_", "bp_live_x", "bp_test_000000000000000000000000000000000000000000000000"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> new ApiKey(text)).isInstanceOf(ApiKeyInvalid.class);
    }

    @Test
    void printsNoKey() {
        assertThat(key.toString()).isEqualTo("ApiKey " + key.prefix());
    }
}
