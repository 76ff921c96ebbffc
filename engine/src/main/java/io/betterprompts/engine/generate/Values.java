package io.betterprompts.engine.generate;

import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.prompt.ParsedPrompt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the texts of edits can name: findings of the prompt, what the user told, and phrases of the language that go with them. */
final class Values {

    private static final String DEFAULT_NOUN = "text";

    private Values() {}

    static Map<String, String> of(ParsedPrompt prompt, Context context, Pack pack) {
        Map<String, String> values = new HashMap<>();
        prompt.details().forEach((name, found) -> values.put(name, pack.join(found)));
        prompt.detail("target_language").stream()
                .reduce((first, last) -> last)
                .ifPresent(last -> values.put("target_language", last));
        prompt.detail("idea").stream().findFirst().ifPresent(first -> values.put("idea", first));
        values.putAll(pack.nouns().getOrDefault(noun(prompt), Map.of()));
        pack.lookups().forEach((name, lookup) -> values.put(name, phrases(prompt, lookup, pack)));
        told(context, pack, values);
        return values;
    }

    private static String noun(ParsedPrompt prompt) {
        return prompt.detail("noun").stream().findFirst().orElseGet(() -> structuralNoun(prompt));
    }

    private static String structuralNoun(ParsedPrompt prompt) {
        return prompt.has("fenced_code") ? "code" : prompt.has("table") ? "table" : DEFAULT_NOUN;
    }

    private static String phrases(ParsedPrompt prompt, Pack.Lookup lookup, Pack pack) {
        return pack.join(lookup.phrases().entrySet().stream()
                .filter(phrase -> prompt.has(phrase.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .limit(lookup.most())
                .toList());
    }

    private static void told(Context context, Pack pack, Map<String, String> values) {
        put(values, "audience", context.audience());
        put(values, "tone", context.tone());
        put(values, "format", context.format());
        put(values, "length", context.length());
        put(values, "version", context.languageVersion());
        values.put("fields", OneLine.of(String.join(", ", context.fields())));
        values.put("tools", OneLine.of(pack.join(context.tools())));
        values.put("examples", Examples.asLines(context.examples()));
        context.schema().ifPresent(schema -> values.put("schema", schema));
    }

    private static void put(Map<String, String> values, String name, Optional<String> text) {
        text.ifPresent(given -> values.put(name, OneLine.of(given)));
    }
}
