package io.betterprompts.auth;

import static java.time.temporal.ChronoUnit.MICROS;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.ApiKey;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an API key and shows it the one time it can be shown. */
final class CreateApiKey {

    static final int LIMIT = 50;

    private final Users users;
    private final ApiKeys keys;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random;

    CreateApiKey(
            Users users, ApiKeys keys, TransactionTemplate transactions, Ids ids, Clock clock, SecureRandom random) {
        this.users = users;
        this.keys = keys;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a key.
     *
     * @throws ValidationFailed if it would have expired already
     * @throws TooManyApiKeys if the user has {@value #LIMIT}
     */
    NewApiKey create(UserId user, ApiKeyOrder order) {
        Instant now = clock.instant().truncatedTo(MICROS);
        if (order.expiresAt() != null && !order.expiresAt().isAfter(now)) {
            throw new ValidationFailed(
                    Fault.at("/expires_at", "must be in the future; left out, the key does not expire"));
        }
        ApiKey key = ApiKey.random(random);
        Instant expires = order.expiresAt() == null ? null : order.expiresAt().truncatedTo(MICROS);
        ApiKeyInfo info = new ApiKeyInfo(ids.next(), order.name(), key.prefix(), order.scopes(), now, expires, null);
        transactions.executeWithoutResult(transaction -> add(user, info, key));
        return new NewApiKey(key.text(), info);
    }

    /** The lock lets two requests count one after the other. */
    private void add(UserId user, ApiKeyInfo info, ApiKey key) {
        if (users.lock(user).isEmpty()) {
            throw new AccessTokenInvalid();
        }
        if (keys.count(user) >= LIMIT) {
            throw new TooManyApiKeys(LIMIT);
        }
        keys.add(user, info, key);
    }
}
