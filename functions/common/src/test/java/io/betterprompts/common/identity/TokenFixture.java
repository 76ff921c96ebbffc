package io.betterprompts.common.identity;

import io.betterprompts.common.testkit.MutableClock;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A key, a caller, a clock, and access tokens as good ones are, to be made worse. */
final class TokenFixture {

    static final String KID = "0123456789abcdef";
    static final Caller CALLER = Caller.loggedIn(
            new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Set.of("things:read", "things:write"));

    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    final KeyPair keys = Jwks.CRV.Ed25519.keyPair().build();

    AccessTokenReader reader() {
        return new AccessTokenReader(
                kid -> Optional.ofNullable(Map.of(KID, keys.getPublic()).get(kid)), clock);
    }

    /** Without a signature yet. */
    JwtBuilder claims(Caller caller) {
        return Jwts.builder()
                .json(JwtJson.writer())
                .header()
                .keyId(KID)
                .and()
                .issuer(AccessTokens.ISSUER)
                .audience()
                .add(AccessTokens.AUDIENCE)
                .and()
                .subject(caller.user().toString())
                .claim(AccessTokens.SESSION, caller.session().toString())
                .claim(AccessTokens.SCOPE, String.join(" ", caller.scopes()))
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(clock.instant().plus(AccessTokens.LIFETIME)));
    }

    JwtBuilder claims() {
        return claims(CALLER);
    }

    String signed(JwtBuilder claims) {
        return claims.signWith(keys.getPrivate(), Jwts.SIG.EdDSA).compact();
    }

    String token() {
        return signed(claims());
    }
}
