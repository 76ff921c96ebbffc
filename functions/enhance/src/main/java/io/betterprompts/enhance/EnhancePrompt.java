package io.betterprompts.enhance;

import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.util.Optional;

/** Enhances, stores, and only then tells: what a caller sees is in the history. */
final class EnhancePrompt {

    private final EnhancedVersions versions;
    private final RecentEnhancements recent;
    private final EnhancementMeasures measures;

    EnhancePrompt(EnhancedVersions versions, RecentEnhancements recent, EnhancementMeasures measures) {
        this.versions = versions;
        this.recent = recent;
        this.measures = measures;
    }

    /**
     * Enhances one prompt.
     *
     * @param user empty for somebody without an account, for whom nothing is kept
     * @param precondition of the group the result is appended to
     */
    Outcome by(Optional<UserId> user, PersonalEngine engine, EnhanceBody body, Precondition precondition) {
        Outcome outcome = outcome(user, engine, body, precondition);
        measures.given(outcome.enhanced());
        return outcome;
    }

    /**
     * Enhances one prompt, and stores it in a group of its own if all that was presumed is so.
     *
     * @return empty if not; then nothing was changed
     */
    Optional<Outcome> presuming(Presumed presumed, EnhanceBody body) {
        UserId user = presumed.caller().user();
        RecentEnhancements.Looked looked = recent.lookUp(user, presumed.engine(), body.request());
        Optional<StoredVersion> stored = measures.storing(() -> versions.store(presumed, looked.enhanced()));
        return stored.map(version -> {
            recent.keep(looked);
            measures.given(looked.enhanced());
            return new Outcome(looked.enhanced(), stored);
        });
    }

    private Outcome outcome(Optional<UserId> user, PersonalEngine engine, EnhanceBody body, Precondition precondition) {
        if (user.isEmpty()) {
            return Outcome.unsaved(engine.enhance(body.request()));
        }
        Optional<NextVersion> next = next(user.get(), body, precondition);
        return body.isToBeSaved()
                ? saved(user.get(), recent.enhance(user.get(), engine, body.request()), next)
                : Outcome.unsaved(
                        recent.lookUp(user.get(), engine, body.request()).enhanced());
    }

    private Optional<NextVersion> next(UserId user, EnhanceBody body, Precondition precondition) {
        return Optional.ofNullable(body.historyId()).map(group -> {
            versions.requireGroup(user, group);
            return new NextVersion(group, precondition);
        });
    }

    private Outcome saved(UserId user, Enhanced enhanced, Optional<NextVersion> next) {
        return new Outcome(enhanced, Optional.of(measures.storing(() -> versions.store(user, next, enhanced))));
    }
}
