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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The engine's data: cues, techniques, rules, model catalogue and texts, read and validated together.
 *
 * @param hash of all files; it changes whenever any of them does
 */
public record RuleSet(
        PromptParser parser,
        Techniques techniques,
        Slots slots,
        ModelCatalogue models,
        Phrasebook phrasebook,
        Linter linter,
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
                Phrasebook.bundled(ids(techniques.rules(), Rule::id), ids(slots.all(), Slot::id), vocabulary),
                new Linter(yaml("lint.yaml"), parser::language),
                fingerprint());
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
        MessageDigest digest = sha256();
        files.forEach(file -> digest.update(Resources.text(file).getBytes(StandardCharsets.UTF_8)));
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
