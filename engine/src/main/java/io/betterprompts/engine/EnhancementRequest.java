package io.betterprompts.engine;

import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
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
 * @param direction how the next version should differ; a blank one counts as not given
 */
public record EnhancementRequest(
        String text,
        Optional<String> targetModel,
        Optional<ModelClass> modelClass,
        Set<String> preferTechniques,
        Set<String> excludeTechniques,
        OptionalInt maxAddedTokens,
        Context context,
        Map<String, String> answers,
        Optional<String> direction) {

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
        direction = direction.map(String::strip).filter(wish -> !wish.isEmpty());
    }

    /** A request without a direction. */
    public EnhancementRequest(
            String text,
            Optional<String> targetModel,
            Optional<ModelClass> modelClass,
            Set<String> preferTechniques,
            Set<String> excludeTechniques,
            OptionalInt maxAddedTokens,
            Context context,
            Map<String, String> answers) {
        this(
                text,
                targetModel,
                modelClass,
                preferTechniques,
                excludeTechniques,
                maxAddedTokens,
                context,
                answers,
                Optional.empty());
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

    /** The same with a wish for the next version, such as {@code shorter}; the text is then the version before. */
    public EnhancementRequest directed(String wish) {
        return new EnhancementRequest(
                text,
                targetModel,
                modelClass,
                preferTechniques,
                excludeTechniques,
                maxAddedTokens,
                context,
                answers,
                Optional.of(wish));
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
