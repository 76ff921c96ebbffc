package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** What is known and not said in the prompt, and what is wished. */
final class PromptOptions {

    private static final Set<String> TEXTS =
            Set.of("audience", "tone", "format", "length", "language_version", "schema");
    private static final Set<String> LISTS = Set.of("fields", "tools");

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME",
            description = "The model the prompt is meant for, such as gpt-4o-mini or o3.")
    Optional<String> model = Optional.empty();

    @Option(
            names = "--model-class",
            paramLabel = "CLASS",
            description = "What kind of model it is, if its name would not tell: ${COMPLETION-CANDIDATES}.")
    Optional<ModelClass> modelClass = Optional.empty();

    @Option(names = "--prefer", paramLabel = "TECHNIQUE", split = ",", description = "Use it wherever it applies.")
    List<String> prefer = List.of();

    @Option(names = "--exclude", paramLabel = "TECHNIQUE", split = ",", description = "Do not use it.")
    List<String> exclude = List.of();

    @Option(names = "--max-added-tokens", paramLabel = "N", description = "Add so many tokens at most.")
    Optional<Integer> maxAddedTokens = Optional.empty();

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description =
                    "What the prompt does not say: audience, tone, format, length, language_version, schema; fields and"
                            + " tools are lists with commas.")
    Map<String, String> context = Map.of();

    @Option(
            names = {"-a", "--answer"},
            paramLabel = "SLOT=VALUE",
            description = "Answers a question of --explain.")
    Map<String, String> answers = Map.of();

    /** For the engine in this process. */
    EnhancementRequest request(String text) {
        return new EnhancementRequest(
                text,
                model,
                modelClass,
                new HashSet<>(prefer),
                new HashSet<>(exclude),
                maxAddedTokens.map(OptionalInt::of).orElse(OptionalInt.empty()),
                context(),
                answers);
    }

    private Context context() {
        Map<String, String> texts = new HashMap<>(context);
        Context told = Context.of(texts);
        return new Context(
                told.audience(),
                told.tone(),
                told.format(),
                told.length(),
                told.languageVersion(),
                List.of(),
                list("fields"),
                Optional.ofNullable(context.get("schema")),
                list("tools"),
                List.of());
    }

    /** For a server. */
    ObjectNode body(String text) {
        ObjectNode body = Json.mapper().createObjectNode().put("text", text);
        model.ifPresent(name -> body.put("target_model", name));
        modelClass.ifPresent(name -> body.put("model_class", name.label()));
        maxAddedTokens.ifPresent(most -> body.put("max_added_tokens", most));
        if (!prefer.isEmpty()) {
            body.set("prefer_techniques", Json.mapper().valueToTree(new TreeSet<>(prefer)));
        }
        if (!exclude.isEmpty()) {
            body.set("exclude_techniques", Json.mapper().valueToTree(new TreeSet<>(exclude)));
        }
        if (!answers.isEmpty()) {
            body.set("answers", Json.mapper().valueToTree(answers));
        }
        if (!context.isEmpty()) {
            ObjectNode told = body.putObject("context");
            context.forEach(
                    (key, value) -> told.set(key, Json.mapper().valueToTree(LISTS.contains(key) ? list(key) : value)));
        }
        return body;
    }

    /**
     * Refuses what neither engine knows.
     *
     * @throws CliFailure if a key of the context is none
     */
    void check() {
        for (String key : new TreeSet<>(context.keySet())) {
            if (!TEXTS.contains(key) && !LISTS.contains(key)) {
                Set<String> known = new TreeSet<>(TEXTS);
                known.addAll(LISTS);
                throw CliFailure.usage("--context knows no " + key + ", but " + String.join(", ", known));
            }
        }
    }

    private List<String> list(String key) {
        return Arrays.stream(context.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
