package io.betterprompts.common.identity;

import io.betterprompts.common.snapshot.Rehearsal;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Proves a token that was signed with a key made for that alone, and asks for its session, which there is none of. */
final class RehearsedAuthentication implements Rehearsal {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Sessions sessions;
    private final Clock clock;

    RehearsedAuthentication(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void run() {
        KeyPair keys = Jwks.CRV.Ed25519.keyPair().build();
        AccessTokenReader reader = new AccessTokenReader(kid -> Optional.of(keys.getPublic()), clock);
        Proof proof = reader.read(token(keys));
        try {
            sessions.standing(sessions.presented(proof));
        } catch (AccessTokenInvalid expected) {
            return;
        }
        throw new IllegalStateException("nobody has a session");
    }

    private String token(KeyPair keys) {
        return Jwts.builder()
                .json(JwtJson.writer())
                .header()
                .keyId("rehearsal")
                .and()
                .issuer(AccessTokens.ISSUER)
                .audience()
                .add(AccessTokens.AUDIENCE)
                .and()
                .subject(NOBODY.toString())
                .claim(AccessTokens.SESSION, NOBODY.toString())
                .claim(AccessTokens.SCOPE, "nothing")
                .expiration(Date.from(clock.instant().plus(AccessTokens.LIFETIME)))
                .signWith(keys.getPrivate(), Jwts.SIG.EdDSA)
                .compact();
    }
}
