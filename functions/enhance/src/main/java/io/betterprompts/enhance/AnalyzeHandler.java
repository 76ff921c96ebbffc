package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.Caller;

/** {@code POST /analyze}: what the engine sees in a prompt; nothing is added and nothing stored. */
final class AnalyzeHandler implements Handler {

    private final Admission admission;
    private final Engines engines;

    AnalyzeHandler(Admission admission, Engines engines) {
        this.admission = admission;
        this.engines = engines;
    }

    @Override
    public Response handle(Request request) {
        PersonalEngine engine = engines.of(admission.admit(request).map(Caller::user));
        return Response.ok(engine.analyze(request.body(EnhanceBody.class).request()));
    }
}
