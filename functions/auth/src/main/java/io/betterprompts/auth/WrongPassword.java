package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;

/** A logged-in user confirmed a change with a password that is not theirs. */
final class WrongPassword extends ProblemException {

    WrongPassword() {
        super(403, "wrong-password", "The password is wrong", "Send the account's current password.");
    }
}
