package io.betterprompts.auth;

import static java.time.temporal.ChronoUnit.MICROS;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an account and logs its owner in. */
final class RegisterUser {

    private final Users users;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Logins logins;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    RegisterUser(
            Users users,
            PasswordRules rules,
            Passwords passwords,
            Logins logins,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.rules = rules;
        this.passwords = passwords;
        this.logins = logins;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws EmailTaken if the e-mail has an account
     * @throws UsernameTaken if the name has
     * @throws PasswordTooLong if the password is longer than bcrypt reads
     * @throws PasswordTooCommon if a guesser would try it early
     */
    Grant register(Email email, Username username, Password password, Device device) {
        rules.check(password, email, username, "password");
        String hash = passwords.hash(password);
        User user = newUser(email, username);
        Logins.Opening login = logins.prepare(user);
        return transactions.execute(transaction -> {
            users.add(user, hash);
            return login.open(device);
        });
    }

    /** To the microsecond, which is what the database keeps. */
    private User newUser(Email email, Username username) {
        Instant now = clock.instant().truncatedTo(MICROS);
        return new User(new UserId(ids.next()), email.text(), username.text(), 1, now, now);
    }
}
