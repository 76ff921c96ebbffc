package io.betterprompts.auth;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.util.function.LongFunction;

/** Erases an account and everything that belongs to it. Its access tokens and API keys end with their rows. */
final class DeleteAccount {

    private final ConfirmPassword confirmPassword;
    private final LoginAttempts attempts;
    private final Sessions sessions;
    private final PersonalData data;
    private final UserTransactions transactions;

    DeleteAccount(
            ConfirmPassword confirmPassword,
            LoginAttempts attempts,
            Sessions sessions,
            PersonalData data,
            UserTransactions transactions) {
        this.confirmPassword = confirmPassword;
        this.attempts = attempts;
        this.sessions = sessions;
        this.data = data;
        this.transactions = transactions;
    }

    /**
     * Erases it, after the writes of the user's other requests that are under way.
     *
     * @throws WrongPassword if the password is not the account's
     */
    void delete(UserId user, Password password, Precondition precondition, Device device) {
        Users.Account account = confirmPassword.confirm(user, password, device);
        transactions.change(user, (LongFunction<Void>) revision -> {
            User erased = confirmPassword.lock(account).user();
            precondition.check(erased.version(), () -> Profile.of(erased));
            attempts.forget(erased);
            sessions.endAll(user);
            data.erase(user);
            return null;
        });
    }
}
