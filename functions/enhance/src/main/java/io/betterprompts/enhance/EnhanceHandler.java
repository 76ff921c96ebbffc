package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import java.util.Optional;

/** {@code POST /enhance}. */
final class EnhanceHandler implements Handler {

    private final Admission admission;
    private final Engines engines;
    private final EnhancePrompt enhance;

    EnhanceHandler(Admission admission, Engines engines, EnhancePrompt enhance) {
        this.admission = admission;
        this.engines = engines;
        this.enhance = enhance;
    }

    @Override
    public Response handle(Request request) {
        Optional<UserId> user = admission.admit(request);
        EnhanceBody body = request.body(EnhanceBody.class);
        return enhance.by(user, engines.of(user), body, request.precondition()).response();
    }
}
