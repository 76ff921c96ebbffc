package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.JwtJson;
import io.betterprompts.common.testkit.Calls.Answer;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.JwkSet;
import io.jsonwebtoken.security.Jwks;
import java.security.PublicKey;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksIT {

    private final AuthFixture fixture = new AuthFixture();

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/jwks.json", "/api/v1/.well-known/jwks.json"})
    void publishesTheKeyBeforeAnyoneLogsIn(String path) {
        Answer answer = fixture.calls.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=300, must-revalidate");
        assertThat(answer.json().path("keys").findValuesAsString("kid")).isEqualTo(List.of("8964fa7765b5c84d"));
    }

    @Test
    void letsAnyoneVerifyAToken() {
        String token = AuthFixture.accessToken(fixture.register());
        JwkSet keys = Jwks.setParser()
                .json(JwtJson.reader())
                .build()
                .parse(fixture.calls.get("/.well-known/jwks.json").text());
        Jwk<?> key = keys.getKeys().iterator().next();

        Jws<Claims> claims = Jwts.parser()
                .json(JwtJson.reader())
                .verifyWith((PublicKey) key.toKey())
                .clock(() -> Date.from(fixture.clock.instant()))
                .build()
                .parseSignedClaims(token);

        assertThat(claims.getHeader().getKeyId()).isEqualTo(key.getId());
        assertThat(claims.getPayload().get("scope", String.class).split(" "))
                .contains("account", "enhance", "history:read", "history:write", "settings", "templates");
    }

    @Test
    void holdsNoPrivateHalf() {
        assertThat(fixture.calls
                        .get("/.well-known/jwks.json")
                        .json()
                        .path("keys")
                        .get(0)
                        .propertyNames())
                .containsExactlyInAnyOrder("kty", "crv", "use", "alg", "kid", "x");
    }
}
