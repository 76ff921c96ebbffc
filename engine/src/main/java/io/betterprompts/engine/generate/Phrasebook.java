package io.betterprompts.engine.generate;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.ParsedPrompt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of all languages: words an edit, and knows the engine's own edits again. */
public final class Phrasebook {

    private final Map<String, Pack> packs;
    private final OwnEditFinder finder;

    private Phrasebook(Map<String, Pack> packs) {
        this.packs = packs;
        this.finder = new OwnEditFinder(packs.values());
    }

    /**
     * Reads the packs that ship with the engine.
     *
     * @param rules the ids a text may be for
     * @param slots the ids a question may be for, with the keys of their answers
     * @param signals the signals a phrase may go with
     */
    public static Phrasebook bundled(Set<String> rules, Map<String, String> slots, Set<String> signals) {
        Pack.Known known = new Pack.Known(rules, slots, signals);
        Map<String, Pack> packs = new LinkedHashMap<>();
        for (String language : languages()) {
            String file = file(language);
            packs.put(language, Pack.read(language, YamlNode.parse(file, Resources.text(file)), known));
        }
        return new Phrasebook(packs);
    }

    /**
     * This book with the texts of one more rule.
     *
     * @param texts by language
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if a language has no texts or a text cannot be recognised
     */
    public Phrasebook with(String rule, YamlNode texts) {
        Map<String, Pack> more = new LinkedHashMap<>(packs);
        texts.entries().forEach((language, text) -> {
            Pack pack = more.get(language);
            if (pack == null) {
                throw text.wrong("no texts in the language '" + language + "'; there are " + packs.keySet());
            }
            more.put(language, pack.with(rule, text));
        });
        return new Phrasebook(more);
    }

    /** The languages with texts. */
    public static List<String> languages() {
        return YamlNode.parse("languages.yaml", Resources.text("languages.yaml"))
                .texts("languages");
    }

    static String file(String language) {
        return "languages/" + language + "/texts.yaml";
    }

    public boolean speaks(String language) {
        return packs.containsKey(language);
    }

    /** The words for one prompt; nothing if there are none in its language. */
    public Optional<Wording> wording(ParsedPrompt prompt, Told told) {
        return Optional.ofNullable(packs.get(prompt.language())).map(pack -> new Wording(pack, prompt, told));
    }

    /** The text of a rule in a language, with the names of its values in braces. */
    public Optional<String> template(String language, String rule) {
        return Optional.ofNullable(packs.get(language))
                .flatMap(pack -> pack.text(rule))
                .map(Template::toString);
    }

    /** How to ask for a missing fact in a language. */
    public Optional<Question> question(String language, String slot) {
        return Optional.ofNullable(packs.get(language)).flatMap(pack -> pack.question(slot));
    }

    /** The edits a text carries already. */
    public OwnEdits ownEdits(String text) {
        return finder.in(text);
    }
}
