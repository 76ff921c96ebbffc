package io.betterprompts.auth;

import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves a user by password. */
final class LogIn {

    private final Users users;
    private final Passwords passwords;
    private final Logins logins;
    private final LoginAttempts attempts;
    private final TransactionTemplate transactions;

    LogIn(Users users, Passwords passwords, Logins logins, LoginAttempts attempts, TransactionTemplate transactions) {
        this.users = users;
        this.passwords = passwords;
        this.logins = logins;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * Unknown user and wrong password give one answer after one amount of work.
     *
     * @throws TooManyAttempts if the device's network failed too often with this name
     * @throws InvalidCredentials if either is wrong
     * @throws AccountInactive if both are right and the account is closed
     */
    Grant logIn(LoginName name, Password password, Device device) {
        attempts.begin(name.key(), device.ip());
        Users.Account account = proved(name, password);
        Grant grant = open(account, device);
        attempts.succeed(name.key(), device.ip());
        raiseCost(account, password);
        return grant;
    }

    private Users.Account proved(LoginName name, Password password) {
        Optional<Users.Account> found = users.account(name);
        if (!passwords.matches(password, found.map(Users.Account::passwordHash))) {
            throw new InvalidCredentials();
        }
        Users.Account account = found.orElseThrow(InvalidCredentials::new);
        if (!account.active()) {
            throw new AccountInactive();
        }
        return account;
    }

    /** The password may have been changed while this one was hashed: then the login must not outlive that. */
    private Grant open(Users.Account account, Device device) {
        Logins.Opening login = logins.prepare(account.user());
        return transactions.execute(transaction -> {
            if (users.lock(account.user().id()).filter(account::provedAlike).isEmpty()) {
                throw new InvalidCredentials();
            }
            return login.open(device);
        });
    }

    private void raiseCost(Users.Account account, Password password) {
        if (passwords.isOutdated(account.passwordHash())) {
            users.rehash(account.user().id(), account.passwordHash(), passwords.hash(password));
        }
    }
}
