package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.InvalidRequest;
import io.betterprompts.engine.PromptEnhancer;
import java.util.Optional;

/** {@code POST /enhance}: enhances, stores, and only then answers: what the caller sees is in the history. */
final class EnhanceHandler implements Handler {

    private final PromptEnhancer enhancer;
    private final EnhancedVersions versions;

    EnhanceHandler(PromptEnhancer enhancer, EnhancedVersions versions) {
        this.enhancer = enhancer;
        this.versions = versions;
    }

    @Override
    public Response handle(Request request) {
        UserId user = request.caller().user();
        EnhanceBody body = request.body(EnhanceBody.class);
        Optional.ofNullable(body.historyId()).ifPresent(group -> versions.requireGroup(user, group));
        Enhancement enhancement = enhance(body);
        if (!body.isToBeSaved()) {
            return Response.ok(Reply.unsaved(enhancement));
        }
        StoredVersion stored = versions.store(user, Optional.ofNullable(body.historyId()), enhancement);
        return Response.ok(Reply.saved(stored, enhancement)).header("location", "/api/v1/versions/" + stored.id());
    }

    private Enhancement enhance(EnhanceBody body) {
        try {
            return enhancer.enhance(body.request());
        } catch (InvalidRequest e) {
            throw new ValidationFailed(Fault.at("/" + e.field(), e.problem()));
        }
    }
}
