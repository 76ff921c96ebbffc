package io.betterprompts.enhance;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.identity.Caller;
import java.util.Optional;

/** Who may use what need not be kept: everybody with an account, and everybody else where the deployment says so. */
record Admission(boolean anonymous) {

    /**
     * Whoever sent a request; empty for somebody who is welcome without saying who they are.
     *
     * @throws io.betterprompts.common.identity.Unauthenticated if they are not
     */
    Optional<Caller> admit(Request request) {
        return anonymous ? request.sender() : Optional.of(request.caller());
    }
}
