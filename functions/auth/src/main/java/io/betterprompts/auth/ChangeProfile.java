package io.betterprompts.auth;

import static java.time.temporal.ChronoUnit.MICROS;

import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account another e-mail or user name. */
final class ChangeProfile {

    private final Users users;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ChangeProfile(Users users, TransactionTemplate transactions, Clock clock) {
        this.users = users;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @throws EmailTaken if another account has the e-mail
     * @throws UsernameTaken if another account has the name
     */
    User change(UserId id, ProfilePatch patch, Precondition precondition) {
        return transactions.execute(transaction -> {
            User user = users.lock(id).orElseThrow(AccessTokenInvalid::new).user();
            precondition.check(user.version(), () -> Profile.of(user));
            User changed = changed(user, patch);
            users.update(changed);
            return changed;
        });
    }

    private User changed(User user, ProfilePatch patch) {
        return new User(
                user.id(),
                patch.email() == null ? user.email() : new Email(patch.email()).text(),
                patch.username() == null ? user.username() : patch.username(),
                user.version() + 1,
                user.createdAt(),
                clock.instant().truncatedTo(MICROS));
    }
}
