package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.ProblemException;
import java.util.Optional;

/**
 * {@code POST /enhance}. Most are done by one way to the database and back: made on what is presumed of the caller, and stored
 * by a statement that stores nothing if it was wrong. Then all is asked first, as it is where nothing is remembered of the caller.
 */
final class EnhanceHandler implements Handler {

    private final Admission admission;
    private final Authenticator authenticator;
    private final Engines engines;
    private final EnhancePrompt enhance;

    EnhanceHandler(Admission admission, Authenticator authenticator, Engines engines, EnhancePrompt enhance) {
        this.admission = admission;
        this.authenticator = authenticator;
        this.engines = engines;
        this.enhance = enhance;
    }

    @Override
    public boolean confirmsCaller() {
        return true;
    }

    @Override
    public Response handle(Request request) {
        Optional<Caller> sender = admission.admit(request);
        EnhanceBody body = request.body(EnhanceBody.class);
        return sender.flatMap(caller -> presuming(caller, body))
                .orElseGet(() -> asking(sender, body, request))
                .response();
    }

    /** What goes wrong may be due to what was presumed: it is left to the other way to say so. */
    private Optional<Outcome> presuming(Caller caller, EnhanceBody body) {
        if (!body.isToBeSaved() || body.historyId() != null) {
            return Optional.empty();
        }
        try {
            return engines.presumed(caller).flatMap(presumed -> enhance.presuming(presumed, body));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Outcome asking(Optional<Caller> sender, EnhanceBody body, Request request) {
        Optional<UserId> user = sender.map(authenticator::confirm).map(Caller::user);
        return enhance.by(user, engines.of(user), body, request.precondition());
    }
}
