package io.betterprompts.auth;

import java.util.Optional;

/** Proves a user by password. */
final class LogIn {

    private final Users users;
    private final Passwords passwords;
    private final Logins logins;

    LogIn(Users users, Passwords passwords, Logins logins) {
        this.users = users;
        this.passwords = passwords;
        this.logins = logins;
    }

    /**
     * Unknown user and wrong password give one answer after one amount of work.
     *
     * @throws InvalidCredentials if either is wrong
     * @throws AccountInactive if both are right and the account is closed
     */
    Grant logIn(String emailOrUsername, Password password, Device device) {
        Optional<Users.Account> found = users.account(emailOrUsername);
        if (!passwords.matches(password, found.map(Users.Account::passwordHash))) {
            throw new InvalidCredentials();
        }
        Users.Account account = found.orElseThrow(InvalidCredentials::new);
        if (!account.active()) {
            throw new AccountInactive();
        }
        raiseCost(account, password);
        return logins.prepare(account.user()).open(device);
    }

    private void raiseCost(Users.Account account, Password password) {
        if (passwords.isOutdated(account.passwordHash())) {
            users.rehash(account.user().id(), account.passwordHash(), passwords.hash(password));
        }
    }
}
