package io.betterprompts.engine;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.lint.Linter;
import io.betterprompts.engine.prompt.PromptParser;
import io.betterprompts.engine.select.ModelCatalogue;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Slot;
import io.betterprompts.engine.select.Slots;
import io.betterprompts.engine.select.Techniques;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The engine's data: cues, techniques, rules, model catalogue and texts, read and validated together.
 *
 * @param prefer techniques that every request prefers, unless it excludes them
 * @param off techniques that no request gets
 * @param hash of all files; it changes whenever any of them does
 */
public record RuleSet(
        PromptParser parser,
        Techniques techniques,
        Slots slots,
        ModelCatalogue models,
        Phrasebook phrasebook,
        Linter linter,
        Set<String> prefer,
        Set<String> off,
        String hash) {

    private static final int HASH_DIGITS = 12;

    /**
     * The rule set that ships with the engine.
     *
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if a file is wrong
     */
    public static RuleSet bundled() {
        PromptParser parser = PromptParser.bundled();
        Set<String> vocabulary = new HashSet<>(parser.vocabulary());
        vocabulary.addAll(UserInput.vocabulary());
        Slots slots = Slots.read(yaml("missing.yaml"), vocabulary);
        vocabulary.addAll(slots.signals());
        Techniques techniques = Techniques.read(yaml("techniques.yaml"), vocabulary);
        return new RuleSet(
                parser,
                techniques,
                slots,
                ModelCatalogue.read(yaml("models.yaml")),
                Phrasebook.bundled(ids(techniques.rules(), Rule::id), keys(slots), vocabulary),
                new Linter(yaml("lint.yaml"), parser::language),
                Set.of(),
                Set.of(),
                fingerprint());
    }

    /**
     * This rule set with a deployment's or a user's own file on top: {@code off} and {@code prefer} name techniques; {@code techniques}
     * and {@code rules} add to those there are, each rule with its {@code text} by language.
     *
     * @param file the name to use in errors
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if anything in it is wrong; nothing is then changed
     */
    public RuleSet with(String file, String yaml) {
        YamlNode root = YamlNode.parse(file, yaml);
        root.entries(Set.of("off", "prefer", "techniques", "rules"));
        Techniques extended = techniques.extended(root);
        Set<String> allOff = named(root, "off", off, extended);
        return new RuleSet(
                parser,
                extended,
                slots,
                models,
                texts(root),
                linter,
                named(root, "prefer", prefer, extended),
                allOff,
                fingerprint(hash, yaml));
    }

    private Phrasebook texts(YamlNode root) {
        Phrasebook book = phrasebook;
        for (YamlNode rule : root.find("rules").map(YamlNode::items).orElse(List.of())) {
            if (rule.find("advice").isEmpty()) {
                book = book.with(rule.get("id").text(), rule.get("text"));
                rule.get("text").entries().forEach(this::refuseOtherLanguage);
            }
        }
        return book;
    }

    private void refuseOtherLanguage(String language, YamlNode text) {
        String found = parser.language(text.text());
        if (!found.equals(language) && phrasebook.speaks(found)) {
            throw text.wrong("this is not in the language '" + language + "' but in '" + found + "'");
        }
    }

    private static Set<String> named(YamlNode root, String key, Set<String> already, Techniques known) {
        Set<String> named = new HashSet<>(already);
        for (YamlNode id : root.find(key).map(YamlNode::items).orElse(List.of())) {
            if (!known.byId().containsKey(id.text())) {
                throw id.wrong("no technique '" + id.text() + "'");
            }
            named.add(id.text());
        }
        return Set.copyOf(named);
    }

    private static Map<String, String> keys(Slots slots) {
        return slots.all().stream().collect(Collectors.toMap(Slot::id, Slot::slot));
    }

    private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }

    private static YamlNode yaml(String file) {
        return YamlNode.parse(file, Resources.text(file));
    }

    private static String fingerprint() {
        List<String> files = new ArrayList<>(
                List.of("languages.yaml", "cues.yaml", "techniques.yaml", "missing.yaml", "models.yaml", "lint.yaml"));
        for (String language : Phrasebook.languages()) {
            files.add("languages/" + language + "/cues.yaml");
            files.add("languages/" + language + "/texts.yaml");
        }
        return fingerprint(files.stream().map(Resources::text).toArray(String[]::new));
    }

    private static String fingerprint(String... texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
