package io.betterprompts.enhance;

import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.Verdict;
import io.betterprompts.engine.generate.Edit;
import java.util.List;
import java.util.UUID;

/**
 * What other rules would make of one prompt of the history.
 *
 * @param changed whether it would become another text, or be run in another way
 */
record ReplayedPrompt(
        UUID historyId,
        String title,
        boolean changed,
        Compared<Verdict> verdict,
        Difference<String> techniques,
        Difference<Addition> edits,
        Compared<Integer> addedTokens) {

    /** An edit without its number, which says nothing outside its reply. */
    record Addition(String technique, String rule, Edit.Position position, String text) {

        static List<Addition> of(Enhancement enhancement) {
            return enhancement.edits().stream()
                    .map(edit -> new Addition(edit.technique(), edit.rule(), edit.position(), edit.text()))
                    .toList();
        }
    }

    static ReplayedPrompt of(PastPrompt prompt, Enhancement current, Enhancement candidate) {
        Difference<String> techniques = Difference.between(current.techniques(), candidate.techniques());
        return new ReplayedPrompt(
                prompt.historyId(),
                prompt.title(),
                !techniques.isNone() || !current.enhancedText().equals(candidate.enhancedText()),
                new Compared<>(current.verdict(), candidate.verdict()),
                techniques,
                Difference.between(Addition.of(current), Addition.of(candidate)),
                new Compared<>(current.tokens().added(), candidate.tokens().added()));
    }
}
