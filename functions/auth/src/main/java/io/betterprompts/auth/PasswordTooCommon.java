package io.betterprompts.auth;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The password is one that guessers try first. */
final class PasswordTooCommon extends ProblemException {

    /** @param field where the request holds it */
    PasswordTooCommon(String field) {
        super(
                422,
                "password-too-common",
                "The password is too easy to guess",
                "Choose another one; a few unrelated words make a good password.",
                Map.of(),
                List.of(Fault.at(
                        "/" + field, "must be neither one of the most used passwords nor the account's own name")));
    }
}
