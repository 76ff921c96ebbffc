package io.betterprompts.enhance;

import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.util.Optional;

/** Enhances, stores, and only then tells: what a caller sees is in the history. */
final class EnhancePrompt {

    private final EnhancedVersions versions;

    EnhancePrompt(EnhancedVersions versions) {
        this.versions = versions;
    }

    /**
     * Enhances one prompt.
     *
     * @param user empty for somebody without an account, for whom nothing is kept
     * @param precondition of the group the result is appended to
     */
    Outcome by(Optional<UserId> user, PersonalEngine engine, EnhanceBody body, Precondition precondition) {
        Optional<UserId> keeper = user.filter(known -> body.isToBeSaved());
        Optional<NextVersion> next =
                user.flatMap(known -> Optional.ofNullable(body.historyId()).map(group -> {
                    versions.requireGroup(known, group);
                    return new NextVersion(group, precondition);
                }));
        Enhanced enhanced = engine.enhance(body.request());
        return new Outcome(enhanced.enhancement(), keeper.map(known -> versions.store(known, next, enhanced)));
    }
}
