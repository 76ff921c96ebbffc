package io.betterprompts.common.identity;

import static io.betterprompts.common.identity.TokenFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProvenTokensTests {

    private final TokenFixture fixture = new TokenFixture();
    private final AccessTokenReader reader = fixture.reader();
    private final AtomicInteger read = new AtomicInteger();
    private final ProvenTokens proven = new ProvenTokens(this::read, fixture.clock);

    private Proof read(String token) {
        read.incrementAndGet();
        return reader.read(token);
    }

    @Test
    void checksASignatureOnce() {
        String token = fixture.token();

        assertThat(proven.apply(token)).isEqualTo(proven.apply(token));
        assertThat(proven.apply(token).caller()).isEqualTo(CALLER);
        assertThat(read).hasValue(1);
    }

    @Test
    void readsAgainWhatMayHaveExpired() {
        String token = fixture.token();
        proven.apply(token);

        fixture.clock.pass(AccessTokens.LIFETIME.plus(AccessTokens.CLOCK_SKEW));
        assertThat(proven.apply(token).caller()).isEqualTo(CALLER);

        fixture.clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> proven.apply(token)).isInstanceOf(AccessTokenExpired.class);
    }

    @Test
    void remembersNoTokenThatProvesNothing() {
        String token = fixture.token();
        String altered = token.substring(0, token.length() - 10) + "A".repeat(9) + token.charAt(token.length() - 1);
        proven.apply(token);

        assertThatThrownBy(() -> proven.apply(altered)).isInstanceOf(AccessTokenInvalid.class);
        assertThatThrownBy(() -> proven.apply(altered)).isInstanceOf(AccessTokenInvalid.class);
    }

    @Test
    void forgetsAllWhenItIsFull() {
        AtomicInteger asked = new AtomicInteger();
        ProvenTokens many = new ProvenTokens(
                token -> {
                    asked.incrementAndGet();
                    return new Proof("kid", CALLER, fixture.clock.instant().plusSeconds(1));
                },
                fixture.clock);
        for (int token = 0; token <= 10_000; token++) {
            many.apply("token " + token);
        }

        many.apply("token 10000");
        assertThat(asked).hasValue(10_001);
        many.apply("token 1");
        assertThat(asked).hasValue(10_002);
    }
}
