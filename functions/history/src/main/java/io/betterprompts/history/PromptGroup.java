package io.betterprompts.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.betterprompts.common.text.Tags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prompt and what belongs to all of its versions.
 *
 * @param intent null where nobody has classified the prompt
 */
record PromptGroup(
        UUID id,
        String title,
        @Nullable String intent,
        String status,
        boolean favourite,
        Tags tags,
        int currentVersionNumber,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** As a list shows it, with the first words of the prompt. */
    record Summary(@JsonUnwrapped PromptGroup group, String preview) {}

    /** As a search finds it, with the passage that matches. */
    record Found(
            @JsonUnwrapped Summary summary,
            Snippet snippet,
            @JsonIgnore RankedKey key) {}

    /** With the prompt as it was first written. */
    record Full(@JsonUnwrapped PromptGroup group, String originalPrompt) {}

    /** With its prompt and its current version. */
    record Current(@JsonUnwrapped Full full, Version currentVersion) {}
}
