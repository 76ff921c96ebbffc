package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;

/** Another account has this e-mail, in this or another spelling. */
final class EmailTaken extends ProblemException {

    EmailTaken() {
        super(409, "email-taken", "The e-mail has an account", "Log in with it, or register with another e-mail.");
    }
}
