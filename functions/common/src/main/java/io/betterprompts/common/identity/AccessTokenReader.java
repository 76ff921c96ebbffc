package io.betterprompts.common.identity;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads access tokens: one algorithm, one spelling, our issuer and audience, a key of ours, within its time. */
final class AccessTokenReader {

    /**
     * The last character of a signature of 64 bytes carries two bits only. A lenient decoder ignores the other four, and
     * one token would have sixteen spellings.
     */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]{1,512}\\.[A-Za-z0-9_-]{1,1024}\\.[A-Za-z0-9_-]{85}[AQgw]");

    private final Function<String, Optional<PublicKey>> keys;
    private final JwtParser parser;

    /** @param keys by key id */
    AccessTokenReader(Function<String, Optional<PublicKey>> keys, Clock clock) {
        this.keys = keys;
        this.parser = Jwts.parser()
                .json(JwtJson.reader())
                .sig()
                .clear()
                .add(Jwts.SIG.EdDSA)
                .and()
                .keyLocator(this::key)
                .requireIssuer(AccessTokens.ISSUER)
                .requireAudience(AccessTokens.AUDIENCE)
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(AccessTokens.CLOCK_SKEW.toSeconds())
                .build();
    }

    /**
     * @throws AccessTokenInvalid if it was not made here or was altered
     * @throws AccessTokenExpired if its time is over
     */
    Proof read(String token) {
        if (!FORM.matcher(token).matches()) {
            throw new AccessTokenInvalid();
        }
        try {
            return proof(parser.parseSignedClaims(token));
        } catch (ExpiredJwtException e) {
            throw new AccessTokenExpired();
        } catch (JwtException | IllegalArgumentException e) {
            throw new AccessTokenInvalid();
        }
    }

    private PublicKey key(Header header) {
        if (!(header instanceof JwsHeader signed) || signed.getKeyId() == null) {
            throw new AccessTokenInvalid();
        }
        return keys.apply(signed.getKeyId()).orElseThrow(AccessTokenInvalid::new);
    }

    private static Proof proof(Jws<Claims> token) {
        Claims claims = token.getPayload();
        String session = claims.get(AccessTokens.SESSION, String.class);
        String scope = claims.get(AccessTokens.SCOPE, String.class);
        if (claims.getSubject() == null || session == null || scope == null || claims.getExpiration() == null) {
            throw new AccessTokenInvalid();
        }
        Caller caller = Caller.loggedIn(
                new UserId(UUID.fromString(claims.getSubject())),
                new SessionId(UUID.fromString(session)),
                Set.copyOf(List.of(scope.split(" "))));
        return new Proof(
                token.getHeader().getKeyId(), caller, claims.getExpiration().toInstant());
    }
}
