package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.EnhancementRequest;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /history/{id}/iterate}: the next version of a prompt, from a direction or from answers to its questions. */
final class IterateHandler implements Handler {

    private final Engines engines;
    private final EnhancedVersions versions;
    private final RecentEnhancements recent;
    private final EnhancementMeasures measures;

    IterateHandler(
            Engines engines, EnhancedVersions versions, RecentEnhancements recent, EnhancementMeasures measures) {
        this.measures = measures;
        this.engines = engines;
        this.versions = versions;
        this.recent = recent;
    }

    @Override
    public Response handle(Request request) {
        UserId user = request.caller().user();
        UUID group = request.id("id");
        CurrentVersion current = versions.current(user, group);
        refuseTooLong(current);
        EnhancementRequest next = request.body(IterateBody.class).after(current);
        Enhanced enhanced = recent.enhance(user, engines.of(Optional.of(user)), next);
        measures.given(enhanced);
        Optional<NextVersion> version = Optional.of(new NextVersion(group, request.precondition()));
        StoredVersion stored = measures.storing(() -> versions.store(user, version, enhanced));
        return new Outcome(enhanced, Optional.of(stored)).response();
    }

    private static void refuseTooLong(CurrentVersion current) {
        if (current.text().codePointCount(0, current.text().length()) > EnhancementRequest.LONGEST) {
            throw new ValidationFailed(
                    Fault.of("id", "its current version has more than " + EnhancementRequest.LONGEST + " characters"));
        }
    }
}
