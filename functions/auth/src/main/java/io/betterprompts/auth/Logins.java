package io.betterprompts.auth;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.SessionId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and refreshes logins for users who have proved who they are. */
final class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);

    private final Sessions sessions;
    private final SigningKeys keys;
    private final Set<String> scopes;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random;

    /** @param scopes what an access token lets its user do */
    Logins(Sessions sessions, SigningKeys keys, Set<String> scopes, Ids ids, Clock clock, SecureRandom random) {
        this.sessions = sessions;
        this.keys = keys;
        this.scopes = Set.copyOf(scopes);
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /** Signs first: what cannot be signed is not stored. */
    Opening prepare(User user) {
        SessionId session = new SessionId(ids.next());
        Grant grant = grant(keys.current(), user, RefreshToken.random(session, random));
        return device -> {
            sessions.open(user.id(), grant.refreshToken(), device);
            return grant;
        };
    }

    /**
     * @throws RefreshTokenInvalid if the token, its session or its user is not good any more
     * @throws RefreshTokenReused if it had been replaced; the session has ended with it
     */
    Grant refresh(RefreshToken presented, Device device) {
        SigningKey key = keys.current();
        RefreshToken next = RefreshToken.random(presented.session(), random);
        return switch (sessions.rotate(presented, next, device)) {
            case Sessions.Rotation.Rotated(User user) -> grant(key, user, next);
            case Sessions.Rotation.Refused refused -> throw new RefreshTokenInvalid();
            case Sessions.Rotation.Reused reused -> {
                log.warn("session {} revoked: a replaced refresh token was used", presented.session());
                throw new RefreshTokenReused();
            }
        };
    }

    private Grant grant(SigningKey key, User user, RefreshToken token) {
        Caller caller = Caller.loggedIn(user.id(), token.session(), scopes);
        return new Grant(user, key.accessToken(caller, clock.instant()), token);
    }

    /** A login whose tokens are made and whose session is not stored yet. */
    @FunctionalInterface
    interface Opening {
        Grant open(Device device);
    }
}
