package io.betterprompts.auth;

import io.betterprompts.common.identity.Caller;
import java.time.Clock;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account another password and ends all its logins but the one that asks. */
final class ChangePassword {

    private final ConfirmPassword confirmPassword;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Users users;
    private final Sessions sessions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ChangePassword(
            ConfirmPassword confirmPassword,
            PasswordRules rules,
            Passwords passwords,
            Users users,
            Sessions sessions,
            TransactionTemplate transactions,
            Clock clock) {
        this.confirmPassword = confirmPassword;
        this.rules = rules;
        this.passwords = passwords;
        this.users = users;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @throws WrongPassword if the old one is not the account's
     * @throws PasswordTooLong if the new one is longer than bcrypt reads
     * @throws PasswordTooCommon if a guesser would try the new one early
     */
    void change(Caller caller, Password old, Password next, Device device) {
        Users.Account account = confirmPassword.confirm(caller.user(), old, device);
        User user = account.user();
        rules.check(next, new Email(user.email()), new Username(user.username()), "new_password");
        String hash = passwords.hash(next);
        transactions.executeWithoutResult(transaction -> {
            confirmPassword.lock(account);
            users.setPassword(caller.user(), hash, clock.instant());
            sessions.endOthers(caller);
        });
    }
}
