package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;

/** The password is right and the account is closed. */
final class AccountInactive extends ProblemException {

    AccountInactive() {
        super(403, "account-inactive", "The account is not active", "Ask whoever runs this service to activate it.");
    }
}
