package io.betterprompts.auth;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.secret.Secrets;
import io.betterprompts.common.snapshot.Rehearsal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checks a password that nobody has, and signs a token with a key that is no key of ours: the secret is read and dropped. */
final class RehearsedLogin implements Rehearsal {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Passwords passwords;
    private final Secrets secrets;
    private final String signingSecret;

    RehearsedLogin(Passwords passwords, Secrets secrets, String signingSecret) {
        this.passwords = passwords;
        this.secrets = secrets;
        this.signingSecret = signingSecret;
    }

    @Override
    public void run() {
        passwords.matches(new Password("nobody's password"), Optional.empty());
        SigningKey.of("rehearsal".repeat(5))
                .accessToken(Caller.loggedIn(new UserId(NOBODY), new SessionId(NOBODY), Set.of()), Instant.EPOCH);
        secrets.read(signingSecret);
    }
}
