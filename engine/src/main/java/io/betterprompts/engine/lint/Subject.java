package io.betterprompts.engine.lint;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.lint.Finding.Range;
import io.betterprompts.engine.prompt.CueHit;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.prompt.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A prompt under examination.
 *
 * @param intent empty where the classifier abstained
 * @param language tells the language of a text
 */
record Subject(ParsedPrompt prompt, Optional<Intent> intent, UnaryOperator<String> language) {

    List<Range> cues(String group) {
        return prompt.cues().stream()
                .filter(hit -> hit.group().equals(group))
                .map(Subject::range)
                .toList();
    }

    List<Range> spans(Span.Kind kind) {
        return prompt.spans().stream()
                .filter(span -> span.kind() == kind)
                .map(span -> new Range(span.start(), span.end()))
                .toList();
    }

    /** All matches of a pattern in the whole text, also in code and material. */
    List<Range> matches(Pattern pattern) {
        return pattern.matcher(prompt.text())
                .results()
                .map(match -> new Range(match.start(), match.end()))
                .toList();
    }

    String text(Range range) {
        return prompt.text().substring(range.start(), range.end());
    }

    static Range range(CueHit hit) {
        return new Range(hit.start(), hit.end());
    }
}
