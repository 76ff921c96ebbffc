package io.betterprompts.enhance;

import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** A prompt of the history, as it was when it was first enhanced. */
record PastPrompt(
        UUID historyId, String title, String text, Optional<String> targetModel, Optional<ModelClass> modelClass) {

    /** The same request again, without the context and the answers, which are not kept. */
    EnhancementRequest request() {
        return new EnhancementRequest(
                text, targetModel, modelClass, Set.of(), Set.of(), OptionalInt.empty(), Context.none(), Map.of());
    }
}
