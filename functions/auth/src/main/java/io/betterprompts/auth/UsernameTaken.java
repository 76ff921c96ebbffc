package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;

/** Another account has this user name, in this or another spelling. */
final class UsernameTaken extends ProblemException {

    UsernameTaken() {
        super(409, "username-taken", "The user name is taken", "Choose another user name.");
    }
}
