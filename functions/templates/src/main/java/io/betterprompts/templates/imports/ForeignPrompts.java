package io.betterprompts.templates.imports;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The formats of other tools, by their names in the contract. */
public final class ForeignPrompts {

    /** Of one import. */
    public static final int MOST = 500;

    private static final Map<String, Format> FORMATS = Map.of(
            "langfuse", new Langfuse(), "openai", new OpenAi(), "promptfoo", new Promptfoo(), "zip", new ZippedTexts());

    private ForeignPrompts() {}

    /**
     * All prompts of a document.
     *
     * @throws ValidationFailed naming each prompt that cannot be taken, or why there is none
     */
    public static List<ForeignPrompt> read(String format, JsonNode document) {
        List<Fault> faults = new ArrayList<>();
        List<ForeignPrompt> prompts =
                requireNonNull(FORMATS.get(format), format).read(document, faults);
        prompts.stream()
                .filter(prompt -> prompt.texts().stream().anyMatch(ForeignPrompts::cannotBeKept))
                .forEach(prompt ->
                        faults.add(Fault.at(prompt.pointer(), "holds the null character or half a character")));
        if (faults.isEmpty() && (prompts.isEmpty() || prompts.size() > MOST)) {
            faults.add(Fault.at(Format.AT, "must hold between 1 and " + MOST + " prompts"));
        }
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return prompts;
    }

    private static boolean cannotBeKept(String text) {
        return text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
