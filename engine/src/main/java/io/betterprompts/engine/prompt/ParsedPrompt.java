package io.betterprompts.engine.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prompt taken apart; the text itself is never changed.
 *
 * @param spans protected spans by start
 * @param language ISO 639-1, or {@code und} when unsure
 * @param signals what the prompt has, asks for or already says, by the names rules use
 * @param details the findings worth naming, such as {@code placeholders} or {@code numbers}, in order of appearance
 */
public record ParsedPrompt(
        String text,
        List<Span> spans,
        String language,
        Complexity complexity,
        Set<String> signals,
        Map<String, List<String>> details) {

    public ParsedPrompt {
        spans = List.copyOf(spans);
        signals = Set.copyOf(signals);
        details = Map.copyOf(details);
    }

    public boolean has(String signal) {
        return signals.contains(signal);
    }

    public List<String> detail(String name) {
        return details.getOrDefault(name, List.of());
    }

    /** The line break the prompt uses most, for whatever is added. */
    public String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
