package io.betterprompts.engine.generate;

import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.prompt.ParsedPrompt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the texts of edits can name: findings of the prompt, what the user told, and phrases of the language that go with them. */
final class Values {

    private static final String DEFAULT_NOUN = "text";
    private static final int MOST_LANGUAGES = 3;
    /** What can be named in any language. */
    static final Set<String> NAMES = Set.of(
            "placeholders",
            "numbers",
            "columns",
            "quotes",
            "boundary",
            "horizon",
            "code_language",
            "target_language",
            "idea",
            "audience",
            "tone",
            "format",
            "length",
            "version",
            "fields",
            "tools",
            "examples",
            "schema",
            "direction",
            "answer_language");

    private static final Set<String> LISTS = Set.of("placeholders", "numbers", "columns", "quotes");

    private final Map<String, String> values = new HashMap<>();
    private final Pack pack;

    private Values(Pack pack) {
        this.pack = pack;
    }

    static Map<String, String> of(ParsedPrompt prompt, Told told, Pack pack) {
        Values values = new Values(pack);
        prompt.details().forEach(values::addDetail);
        values.values.putAll(pack.nouns().getOrDefault(noun(prompt), Map.of()));
        pack.lookups().forEach((name, lookup) -> values.values.put(name, values.phrases(prompt, lookup)));
        values.addContext(told.context());
        told.values().forEach(values::addTold);
        return values.values;
    }

    /** Of what can be named once only, the first one found; of languages all, as long as they are few. */
    private void addDetail(String name, List<String> found) {
        if (found.isEmpty()) {
            return;
        }
        if (name.equals("target_language")) {
            languages(found).ifPresent(languages -> values.put(name, languages));
        } else {
            values.put(name, LISTS.contains(name) ? pack.join(found) : found.getFirst());
        }
    }

    private Optional<String> languages(List<String> found) {
        List<String> names = found.stream()
                .distinct()
                .flatMap(code -> pack.language(code).stream())
                .toList();
        return names.size() > MOST_LANGUAGES ? Optional.empty() : Optional.of(pack.join(names));
    }

    private static String noun(ParsedPrompt prompt) {
        return prompt.detail("noun").stream().findFirst().orElseGet(() -> structuralNoun(prompt));
    }

    private static String structuralNoun(ParsedPrompt prompt) {
        if (prompt.has("fenced_code")) {
            return "code";
        }
        if (prompt.has("table")) {
            return "table";
        }
        return prompt.has("url") && !prompt.has("material") ? "link" : DEFAULT_NOUN;
    }

    private String phrases(ParsedPrompt prompt, Pack.Lookup lookup) {
        return pack.join(lookup.phrases().entrySet().stream()
                .filter(phrase -> prompt.has(phrase.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .limit(lookup.most())
                .toList());
    }

    private void addContext(Context context) {
        add("audience", context.audience());
        add("tone", context.tone());
        add("format", context.format());
        add("length", context.length());
        add("version", context.languageVersion());
        add("fields", Optional.of(String.join(", ", context.fields())));
        add("tools", Optional.of(pack.join(context.tools())));
        values.put("examples", Examples.asLines(context.examples()));
        context.schema().ifPresent(schema -> values.put("schema", schema));
    }

    private void add(String name, Optional<String> text) {
        text.ifPresent(given -> values.put(name, OneLine.of(given)));
    }

    /** A text of many lines that ends a prompt keeps them; a language is called by its name. */
    private void addTold(String name, String text) {
        switch (name) {
            case "answer_language" -> pack.language(text).ifPresent(language -> values.put(name, language));
            case "answer_input", "answer_data" -> values.put(name, text.strip());
            default -> values.put(name, OneLine.of(text));
        }
    }
}
