package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.JwtJson;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningKeyTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SigningKey key = SigningKey.of(AuthFixture.SECRET);

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void derivesThePublicKeyOfTheStandardsExample() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(HexFormat.of().formatHex(SigningKey.ofSeed(seed).publicKey().getEncoded()))
                .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** As openssl derives it from the same seed. Were it to change, a new release would end every login. */
    @Test
    void derivesTheSameKeyEverywhere() {
        assertThat(key.kid()).isEqualTo("8964fa7765b5c84d");
        assertThat(SigningKey.of(AuthFixture.SECRET).publicKey()).isEqualTo(key.publicKey());
        assertThat(SigningKey.of(AuthFixture.SECRET + "x").kid()).isNotEqualTo(key.kid());
    }

    @Test
    void signsWhatTheContractOfTokensSays() {
        Caller caller = Caller.loggedIn(
                new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Set.of("things:write", "things:read"));

        Jws<Claims> token = Jwts.parser()
                .json(JwtJson.reader())
                .verifyWith(key.publicKey())
                .clock(() -> Date.from(NOW))
                .build()
                .parseSignedClaims(key.accessToken(caller, NOW));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo("EdDSA");
        assertThat(token.getHeader().getKeyId()).isEqualTo(key.kid());
        assertThat(token.getPayload().getIssuer()).isEqualTo("betterprompts");
        assertThat(token.getPayload().getAudience()).isEqualTo(Set.of("betterprompts-api"));
        assertThat(token.getPayload().getSubject()).isEqualTo(caller.user().toString());
        assertThat(token.getPayload().get("sid")).isEqualTo(caller.session().toString());
        assertThat(token.getPayload().get("scope")).isEqualTo("things:read things:write");
        assertThat(UUID.fromString(token.getPayload().getId())).isNotNull();
        assertThat(token.getPayload().getIssuedAt()).isEqualTo(NOW);
        assertThat(token.getPayload().getNotBefore()).isEqualTo(NOW);
        assertThat(token.getPayload().getExpiration()).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> SigningKey.of("x".repeat(SigningKey.SECRET_LENGTH - 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void printsNoPrivateKey() {
        assertThat(key.toString()).isEqualTo("SigningKey " + key.kid());
    }
}
