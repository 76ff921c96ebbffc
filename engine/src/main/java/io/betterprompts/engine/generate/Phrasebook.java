package io.betterprompts.engine.generate;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.select.Rule;
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
     * @param vocabulary the signals a phrase may go with
     */
    public static Phrasebook bundled(Set<String> rules, Set<String> vocabulary) {
        Map<String, Pack> packs = new LinkedHashMap<>();
        for (String language : languages()) {
            String file = file(language);
            packs.put(language, Pack.read(language, YamlNode.parse(file, Resources.text(file)), rules, vocabulary));
        }
        return new Phrasebook(packs);
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

    /** The text of a rule's edit for this prompt; nothing if the language has none or the prompt nothing it could name. */
    public Optional<String> text(Rule rule, ParsedPrompt prompt, Context context) {
        Pack pack = packs.get(prompt.language());
        return pack == null
                ? Optional.empty()
                : pack.text(rule.id()).flatMap(template -> template.fill(Values.of(prompt, context, pack)));
    }

    /** The edits a text carries already. */
    public OwnEdits ownEdits(String text) {
        return finder.in(text);
    }
}
