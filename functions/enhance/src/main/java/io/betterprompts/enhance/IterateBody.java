package io.betterprompts.enhance;

import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.select.ModelClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /history/{id}/iterate}, as the contract describes it. What it does not say stays as it was. */
record IterateBody(
        @Nullable String direction,
        @Nullable Map<String, String> answers,
        @Nullable String targetModel,
        @Nullable ModelClass modelClass,
        @Nullable Set<String> preferTechniques,
        @Nullable Set<String> excludeTechniques,
        @Nullable Integer maxAddedTokens,
        EnhanceBody.@Nullable ContextBody context) {

    /** The request for the version after that one. */
    EnhancementRequest after(CurrentVersion version) {
        boolean sameModel = targetModel == null && modelClass == null;
        EnhancementRequest request = new EnhanceBody(
                        version.text(),
                        sameModel ? version.targetModel() : targetModel,
                        sameModel ? version.modelClass() : modelClass,
                        preferTechniques,
                        excludeTechniques,
                        maxAddedTokens,
                        context,
                        answers,
                        null,
                        null)
                .request();
        return Optional.ofNullable(direction).map(request::directed).orElse(request);
    }
}
