package io.betterprompts.history;

import org.jspecify.annotations.Nullable;

/**
 * A version whose optimised text a client, or its model, made.
 *
 * @param originalPrompt what it was made from; the group's prompt where it is left out
 */
record NewVersion(
        @Nullable String originalPrompt,
        String optimizedPrompt,
        @Nullable String reasoning,
        @Nullable String iterationDirection,
        @Nullable String modelId,
        @Nullable String provider,
        @Nullable String modelName) {

    NewVersion of(PromptGroup.Full group) {
        return originalPrompt != null
                ? this
                : new NewVersion(
                        group.originalPrompt(),
                        optimizedPrompt,
                        reasoning,
                        iterationDirection,
                        modelId,
                        provider,
                        modelName);
    }
}
