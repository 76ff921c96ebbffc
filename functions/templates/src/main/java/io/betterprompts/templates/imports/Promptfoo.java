package io.betterprompts.templates.imports;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.text.FirstLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The {@code prompts} of a promptfoo configuration, with {@code defaultTest.vars} as defaults. Nothing but maps, lists and
 * scalars is made of the YAML, of which a few levels are looked at, so that aliases multiply nothing; no file it names is read.
 */
final class Promptfoo implements Format {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;

    private static final Pattern FILE =
            Pattern.compile("file://.*|\\S+\\.(txt|md|json|jsonl|ya?ml|csv|j2|[cm]?[jt]s|py)(:\\w+)?", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("\\{%|\\{\\{[^{}]*[|(\\[][^{}]*\\}\\}");

    @Override
    public List<ForeignPrompt> read(JsonNode document, List<Fault> faults) {
        if (!(parsed(document.asString(""), faults) instanceof Map<?, ?> configuration)) {
            if (faults.isEmpty()) {
                faults.add(Fault.at(AT, "must be a YAML mapping with prompts"));
            }
            return List.of();
        }
        Map<String, JsonNode> defaults = defaults(configuration);
        String description = configuration.get("description") instanceof String text ? text : null;
        List<?> entries = entries(configuration.get("prompts"));
        List<ForeignPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            prompt("/prompts/" + i, entries.get(i), description, defaults, faults)
                    .ifPresent(prompts::add);
        }
        return prompts;
    }

    private static @Nullable Object parsed(String yaml, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(Fault.at(AT, "line " + line + " is not valid YAML"));
        } catch (YAMLException | IllegalArgumentException e) {
            faults.add(Fault.at(AT, "is not valid YAML, or nests too deeply"));
        }
        return null;
    }

    private static List<?> entries(@Nullable Object prompts) {
        if (prompts instanceof List<?> list) {
            return list;
        }
        return prompts == null ? List.of() : List.of(prompts);
    }

    private static Optional<ForeignPrompt> prompt(
            String at,
            @Nullable Object entry,
            @Nullable String description,
            Map<String, JsonNode> defaults,
            List<Fault> faults) {
        Map<?, ?> fields = entry instanceof Map<?, ?> map ? map : Map.of();
        String raw = entry instanceof String text
                ? text
                : text(fields, "raw", "prompt", "id").orElse("");
        if (raw.isBlank() || FILE.matcher(raw.strip()).matches()) {
            faults.add(Fault.at(
                    AT,
                    at
                            + (raw.isBlank()
                                    ? " has no text"
                                    : " names a file; write its text here, or send the files as a zip")));
            return Optional.empty();
        }
        String content = chat(raw).orElse(raw);
        String name =
                text(fields, "label", "id").filter(label -> !label.equals(raw)).orElseGet(() -> FirstLine.of(content));
        List<String> notes =
                EXPRESSION.matcher(content).find() ? List.of("its Nunjucks expressions stay text") : List.of();
        return Optional.of(
                new ForeignPrompt(AT + at, name, List.of(content), description, null, List.of(), defaults, notes));
    }

    private static Optional<String> text(Map<?, ?> fields, String... names) {
        for (String name : names) {
            if (fields.get(name) instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** A prompt that is a JSON list of messages. */
    private static Optional<String> chat(String raw) {
        if (!raw.stripLeading().startsWith("[")) {
            return Optional.empty();
        }
        try {
            JsonNode messages = Json.mapper().readTree(raw);
            Chat chat = new Chat();
            boolean isChat = messages.valueStream().allMatch(message -> message.has("role"));
            return isChat && chat.addAll(messages) && !chat.isEmpty() ? Optional.of(chat.text()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, JsonNode> defaults(Map<?, ?> configuration) {
        Map<String, JsonNode> defaults = new HashMap<>();
        if (configuration.get("defaultTest") instanceof Map<?, ?> test
                && test.get("vars") instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                boolean isFile = value instanceof String text
                        && FILE.matcher(text.strip()).matches();
                if (!isFile && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
                    defaults.put(String.valueOf(name), Json.mapper().valueToTree(value));
                }
            });
        }
        return defaults;
    }
}
