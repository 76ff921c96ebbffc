package io.betterprompts.history;

import io.betterprompts.common.text.Tags;
import org.jspecify.annotations.Nullable;

/** What is to become of a group; what is null stays as it is. */
record PromptChange(
        @Nullable String title,
        @Nullable Tags tags,
        @Nullable Boolean favourite,
        @Nullable String status) {}
