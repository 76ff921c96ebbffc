package io.betterprompts.settings;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Makes one change to a user's settings, if they are what the writer believes them to be. */
final class ChangeSettings {

    private final PostgresSettings settings;
    private final UserTransactions transactions;
    private final Clock clock;

    ChangeSettings(PostgresSettings settings, UserTransactions transactions, Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    Settings of(UserId user, Precondition precondition, UnaryOperator<Preferences> change) {
        return transactions.change(user, revision -> {
            Settings current = settings.of(user);
            precondition.check(current.version(), () -> current);
            Preferences changed = change.apply(current.preferences()).checked();
            return settings.store(user, changed, revision, clock.instant());
        });
    }
}
