package io.betterprompts.enhance;

import io.betterprompts.engine.EnhancementRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user's settings tell the engine. A request that says something else has its way.
 *
 * @param defaultModel the model prompts are for where a request names none
 * @param preferred techniques to prefer, but for those a request excludes
 * @param excluded techniques to leave out, but for those a request prefers
 * @param rules rules of the user's own, in YAML
 */
record OwnSettings(Optional<String> defaultModel, Set<String> preferred, Set<String> excluded, Optional<String> rules) {

    static final OwnSettings NONE = new OwnSettings(Optional.empty(), Set.of(), Set.of(), Optional.empty());

    OwnSettings {
        preferred = Set.copyOf(preferred);
        excluded = Set.copyOf(excluded);
        rules = rules.filter(yaml -> !yaml.isBlank());
    }

    /** A request as it is meant, coming from somebody with these settings. */
    EnhancementRequest applied(EnhancementRequest request) {
        return new EnhancementRequest(
                request.text(),
                request.targetModel().or(() -> request.modelClass().isPresent() ? Optional.empty() : defaultModel),
                request.modelClass(),
                merged(request.preferTechniques(), preferred, request.excludeTechniques()),
                merged(request.excludeTechniques(), excluded, request.preferTechniques()),
                request.maxAddedTokens(),
                request.context(),
                request.answers(),
                request.direction());
    }

    private static Set<String> merged(Set<String> asked, Set<String> standing, Set<String> otherwise) {
        Set<String> merged = new HashSet<>(standing);
        merged.removeAll(otherwise);
        merged.addAll(asked);
        return merged;
    }
}
