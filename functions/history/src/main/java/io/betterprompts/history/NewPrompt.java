package io.betterprompts.history;

import io.betterprompts.common.text.FirstLine;
import io.betterprompts.common.text.Tags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prompt whose optimised text a client, or its model, made.
 *
 * @param title taken from the prompt where it is left out
 */
record NewPrompt(
        String originalPrompt,
        String optimizedPrompt,
        String title,
        @Nullable String reasoning,
        @Nullable String iterationDirection,
        @Nullable String modelId,
        @Nullable String provider,
        @Nullable String modelName,
        Tags tags) {

    NewPrompt(
            String originalPrompt,
            String optimizedPrompt,
            @Nullable String title,
            @Nullable String reasoning,
            @Nullable String iterationDirection,
            @Nullable String modelId,
            @Nullable String provider,
            @Nullable String modelName,
            @Nullable Tags tags) {
        this.originalPrompt = originalPrompt;
        this.optimizedPrompt = optimizedPrompt;
        this.title = title == null ? FirstLine.of(originalPrompt) : title;
        this.reasoning = reasoning;
        this.iterationDirection = iterationDirection;
        this.modelId = modelId;
        this.provider = provider;
        this.modelName = modelName;
        this.tags = Optional.ofNullable(tags).orElse(Tags.NONE);
    }

    NewVersion firstVersion() {
        return new NewVersion(
                originalPrompt, optimizedPrompt, reasoning, iterationDirection, modelId, provider, modelName);
    }
}
