package io.betterprompts.engine.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prompt taken apart; the text itself is never changed.
 *
 * @param instruction the text with code, quotes, tables and material blanked, so that every offset is one of the text
 * @param spans protected spans by start
 * @param cues what was found in the instruction, by where it starts
 * @param language BCP 47, such as {@code en}, or {@code und} when unsure
 * @param signals what the prompt has, asks for or already says, by the names rules use
 * @param details the findings worth naming, such as {@code placeholders} or {@code numbers}, in order of appearance
 */
public record ParsedPrompt(
        String text,
        String instruction,
        List<Span> spans,
        List<CueHit> cues,
        String language,
        Complexity complexity,
        Set<String> signals,
        Map<String, List<String>> details) {

    public ParsedPrompt {
        spans = List.copyOf(spans);
        cues = List.copyOf(cues);
        signals = Set.copyOf(signals);
        details = Map.copyOf(details);
    }

    public boolean has(String signal) {
        return signals.contains(signal);
    }

    public List<String> detail(String name) {
        return details.getOrDefault(name, List.of());
    }

    /** The line break the prompt uses, for whatever is added. */
    public String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
