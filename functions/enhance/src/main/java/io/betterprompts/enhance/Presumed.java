package io.betterprompts.enhance;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Credential;
import java.util.Optional;

/**
 * What an enhancement is made on without asking the database first. The statement that stores it asks, and stores nothing if it
 * is not so.
 *
 * @param caller whose login may not be known to stand
 * @param settings that may have changed
 */
record Presumed(Caller caller, PersonalEngine engine, KnownSettings settings) {

    Optional<Credential.Token> unconfirmed() {
        return caller.credential() instanceof Credential.Token token ? Optional.of(token) : Optional.empty();
    }
}
