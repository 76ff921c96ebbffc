package io.betterprompts.engine;

import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A prompt and what the user wants of its enhancement.
 *
 * @param text 1 to 20,000 code points, not blank, without lone surrogates; kept byte for byte
 * @param targetModel any model name; counts only where {@code modelClass} is not given
 * @param preferTechniques ids of techniques; an unknown one is refused by the enhancer
 * @param maxAddedTokens the most tokens to add, besides the budget of the model class
 * @param answers answers to an earlier reply's {@code missing}, by slot
 */
public record EnhancementRequest(
        String text,
        Optional<String> targetModel,
        Optional<ModelClass> modelClass,
        Set<String> preferTechniques,
        Set<String> excludeTechniques,
        OptionalInt maxAddedTokens,
        Context context,
        Map<String, String> answers) {

    /** The longest prompt, in code points. */
    public static final int LONGEST = 20_000;

    public EnhancementRequest {
        checkText(text);
        if (maxAddedTokens.isPresent() && maxAddedTokens.getAsInt() < 0) {
            throw new InvalidRequest("max_added_tokens", "must not be negative");
        }
        preferTechniques = Set.copyOf(preferTechniques);
        excludeTechniques = Set.copyOf(excludeTechniques);
        answers = Map.copyOf(answers);
    }

    /** A request with nothing but a prompt. */
    public static EnhancementRequest of(String text) {
        return new EnhancementRequest(
                text,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                OptionalInt.empty(),
                Context.none(),
                Map.of());
    }

    public EnhancementRequest withText(String other) {
        return new EnhancementRequest(
                other, targetModel, modelClass, preferTechniques, excludeTechniques, maxAddedTokens, context, answers);
    }

    public EnhancementRequest forModel(String name) {
        return new EnhancementRequest(
                text,
                Optional.of(name),
                modelClass,
                preferTechniques,
                excludeTechniques,
                maxAddedTokens,
                context,
                answers);
    }

    public EnhancementRequest forClass(ModelClass given) {
        return new EnhancementRequest(
                text,
                targetModel,
                Optional.of(given),
                preferTechniques,
                excludeTechniques,
                maxAddedTokens,
                context,
                answers);
    }

    public EnhancementRequest preferring(String... techniques) {
        return new EnhancementRequest(
                text,
                targetModel,
                modelClass,
                Set.copyOf(List.of(techniques)),
                excludeTechniques,
                maxAddedTokens,
                context,
                answers);
    }

    public EnhancementRequest excluding(String... techniques) {
        return new EnhancementRequest(
                text,
                targetModel,
                modelClass,
                preferTechniques,
                Set.copyOf(List.of(techniques)),
                maxAddedTokens,
                context,
                answers);
    }

    public EnhancementRequest addingAtMost(int tokens) {
        return new EnhancementRequest(
                text,
                targetModel,
                modelClass,
                preferTechniques,
                excludeTechniques,
                OptionalInt.of(tokens),
                context,
                answers);
    }

    public EnhancementRequest in(Context given) {
        return new EnhancementRequest(
                text, targetModel, modelClass, preferTechniques, excludeTechniques, maxAddedTokens, given, answers);
    }

    public EnhancementRequest answering(Map<String, String> given) {
        return new EnhancementRequest(
                text, targetModel, modelClass, preferTechniques, excludeTechniques, maxAddedTokens, context, given);
    }

    private static void checkText(String text) {
        if (text.isBlank()) {
            throw new InvalidRequest("text", "must not be blank");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new InvalidRequest("text", "must have at most " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new InvalidRequest("text", "must be well-formed Unicode: it has half of a surrogate pair");
        }
    }
}
