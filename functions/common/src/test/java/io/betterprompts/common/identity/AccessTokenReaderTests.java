package io.betterprompts.common.identity;

import static io.betterprompts.common.identity.TokenFixture.CALLER;
import static io.betterprompts.common.identity.TokenFixture.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenReaderTests {

    private final TokenFixture fixture = new TokenFixture();
    private final AccessTokenReader reader = fixture.reader();

    @Test
    void readsWhoCallsAndWhichKeySigned() {
        assertThat(reader.read(fixture.token()))
                .isEqualTo(new Proof(KID, CALLER, fixture.clock.instant().plus(AccessTokens.LIFETIME)));
    }

    @Test
    void livesFifteenMinutesAndHalfAMinuteOfSkew() {
        String token = fixture.token();

        fixture.clock.pass(Duration.ofMinutes(15).plusSeconds(30));
        assertThat(reader.read(token).caller()).isEqualTo(CALLER);

        fixture.clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> reader.read(token)).isInstanceOf(AccessTokenExpired.class);
    }

    @Test
    void refusesATokenBeforeItsTime() {
        String token = fixture.signed(
                fixture.claims().notBefore(Date.from(fixture.clock.instant().plusSeconds(60))));

        refuses(token);
        fixture.clock.pass(Duration.ofMinutes(1));
        assertThat(reader.read(token).caller()).isEqualTo(CALLER);
    }

    @Test
    void refusesATokenWithoutASignature() {
        refuses(fixture.claims().compact());
        refuses(fixture.claims().compact() + "A".repeat(86));
    }

    @Test
    void refusesAnHmacMadeWithThePublicKey() {
        byte[] published = fixture.keys.getPublic().getEncoded();

        refuses(fixture.claims()
                .signWith(Keys.hmacShaKeyFor(published), Jwts.SIG.HS256)
                .compact());
    }

    @Test
    void refusesAnotherCurve() {
        refuses(fixture.claims()
                .signWith(Jwks.CRV.Ed448.keyPair().build().getPrivate(), Jwts.SIG.EdDSA)
                .compact());
    }

    @Test
    void refusesAnotherKeyUnderOurKeyId() {
        refuses(new TokenFixture().token());
    }

    @Test
    void refusesAKeyIdItDoesNotKnowAndNone() {
        refuses(fixture.signed(
                fixture.claims().header().keyId("fedcba9876543210").and()));
        refuses(fixture.signed(fixture.claims().header().keyId(null).and()));
    }

    @Test
    void refusesClaimsChangedAfterSigning() {
        String[] parts = fixture.token().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(CALLER.user().toString(), "00000000-0000-0000-0000-000000000000");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        refuses(parts[0] + "." + forged + "." + parts[2]);
    }

    @Test
    void refusesAnotherIssuerAndNone() {
        refuses(fixture.signed(fixture.claims().issuer("somebody-else")));
        refuses(fixture.signed(fixture.claims().issuer(null)));
    }

    @Test
    void refusesAnotherAudienceAndNone() {
        refuses(fixture.signed(
                fixture.claims().audience().clear().add("another-api").and()));
        refuses(fixture.signed(fixture.claims().audience().clear().and()));
    }

    @Test
    void refusesATokenThatLacksSessionScopeUserOrEnd() {
        refuses(fixture.signed(fixture.claims().claim(AccessTokens.SESSION, null)));
        refuses(fixture.signed(fixture.claims().claim(AccessTokens.SCOPE, null)));
        refuses(fixture.signed(fixture.claims().subject(null)));
        refuses(fixture.signed(fixture.claims().expiration(null)));
    }

    @Test
    void refusesIdsThatAreNone() {
        refuses(fixture.signed(fixture.claims().claim(AccessTokens.SESSION, 7)));
        refuses(fixture.signed(fixture.claims().claim(AccessTokens.SESSION, "the first")));
        refuses(fixture.signed(fixture.claims().subject("admin")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "e30.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "W10.W10.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "bnVsbA.bnVsbA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesWhatIsNoToken(String text) {
        refuses(text);
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> reader.read(token)).isInstanceOf(AccessTokenInvalid.class);
    }
}
