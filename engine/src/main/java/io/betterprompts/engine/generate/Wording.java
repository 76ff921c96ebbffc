package io.betterprompts.engine.generate;

import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.select.Rule;
import java.util.Map;
import java.util.Optional;

/** Words edits for one prompt. */
public final class Wording {

    private final Pack pack;
    private final Map<String, String> values;

    Wording(Pack pack, ParsedPrompt prompt, Told told) {
        this.pack = pack;
        this.values = Values.of(prompt, told, pack);
    }

    /** The text of a rule's edit; nothing if the language has none, or the prompt nothing it could name. */
    public Optional<String> text(Rule rule) {
        return pack.text(rule.id()).flatMap(template -> template.fill(values));
    }
}
