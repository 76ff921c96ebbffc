package io.betterprompts.auth;

import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.UserId;
import java.util.Optional;

/** Asks a logged-in user for the password once more, before what a stolen access token must not do. */
final class ConfirmPassword {

    private final Users users;
    private final Passwords passwords;
    private final LoginAttempts attempts;

    ConfirmPassword(Users users, Passwords passwords, LoginAttempts attempts) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * The account, as the password proved it.
     *
     * @throws TooManyAttempts if wrong ones were sent too often
     * @throws WrongPassword if it is another one
     */
    Users.Account confirm(UserId user, Password password, Device device) {
        attempts.begin(user.toString(), device.ip());
        Users.Account account = users.account(user).orElseThrow(AccessTokenInvalid::new);
        if (!passwords.matches(password, Optional.of(account.passwordHash()))) {
            throw new WrongPassword();
        }
        attempts.succeed(user.toString(), device.ip());
        return account;
    }

    /**
     * Once more inside the transaction that acts on it.
     *
     * @throws WrongPassword if the password was changed since
     */
    Users.Account lock(Users.Account confirmed) {
        Users.Account locked = users.lock(confirmed.user().id()).orElseThrow(AccessTokenInvalid::new);
        if (!confirmed.provedAlike(locked)) {
            throw new WrongPassword();
        }
        return locked;
    }
}
