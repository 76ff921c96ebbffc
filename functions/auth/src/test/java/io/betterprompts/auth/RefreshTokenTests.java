package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.SessionId;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTests {

    private final SessionId session = new SessionId(UUID.randomUUID());
    private final RefreshToken token = RefreshToken.random(session, new SecureRandom());

    @Test
    void isReadAsItWasWritten() {
        assertThat(RefreshToken.parse(token.text())).isEqualTo(token);
        assertThat(token.text()).matches("bp_rt_[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void isAnotherOneEachTime() {
        RefreshToken other = RefreshToken.random(session, new SecureRandom());

        assertThat(other).isNotEqualTo(token);
        assertThat(other.hash()).isNotEqualTo(token.hash());
    }

    @Test
    void printsNoSecret() {
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
