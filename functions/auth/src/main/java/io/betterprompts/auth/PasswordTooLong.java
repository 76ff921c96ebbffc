package io.betterprompts.auth;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The password has more bytes than are hashed. Cutting it would let its first part in alone. */
final class PasswordTooLong extends ProblemException {

    /** @param field where the request holds it */
    PasswordTooLong(String field) {
        super(
                422,
                "password-too-long",
                "The password is too long",
                "Choose one of at most " + Password.MAX_BYTES + " bytes.",
                Map.of(),
                List.of(Fault.at(
                        "/" + field,
                        "must have at most " + Password.MAX_BYTES
                                + " bytes in UTF-8; letters beyond English take two to four")));
    }
}
