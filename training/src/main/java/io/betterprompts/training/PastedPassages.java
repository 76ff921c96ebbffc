package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pastes other rows, whole or in part, under or above short requests, anew in every epoch. What is asked stays the same,
 * so a model that sees a complaint with a question of its own below "main points please" learns to look for the request.
 */
final class PastedPassages {

    /** Requests that mostly come with the text they are about; the others get a passage less often, and only below. */
    private static final Set<Intent> ABOUT_A_TEXT = EnumSet.of(
            Intent.SUMMARIZATION,
            Intent.TRANSLATION,
            Intent.REWRITING,
            Intent.INFORMATION_EXTRACTION,
            Intent.TEXT_CLASSIFICATION);

    private static final double ABOVE = 0.35;
    private static final int LONGEST_REQUEST = 40;
    private static final int SHORTEST_PASSAGE = 25;
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> passages;
    private final double share;
    private final double othersShare;
    private final Random random;

    /** For training: requests that need no text get one a quarter as often as those that are about one. */
    static PastedPassages forTraining(List<LabelledPrompt> prompts, double share, Random random) {
        return new PastedPassages(prompts, share, share / 4, random);
    }

    /**
     * Takes its passages from these rows.
     *
     * @param share of the short requests about a text that get one, 0 to 1
     * @param othersShare of the other short requests that get one, 0 to 1
     */
    PastedPassages(List<LabelledPrompt> prompts, double share, double othersShare, Random random) {
        this.passages = prompts.stream()
                .map(LabelledPrompt::text)
                .flatMap(text -> Stream.concat(Stream.of(text), PARAGRAPH.splitAsStream(text)))
                .filter(passage -> words(passage) >= SHORTEST_PASSAGE)
                .distinct()
                .toList();
        this.share = share;
        this.othersShare = othersShare;
        this.random = random;
    }

    /** The same rows in the same order, some with a passage. */
    List<LabelledPrompt> into(List<LabelledPrompt> prompts) {
        return passages.isEmpty() ? prompts : prompts.stream().map(this::into).toList();
    }

    private LabelledPrompt into(LabelledPrompt prompt) {
        boolean aboutAText = ABOUT_A_TEXT.contains(prompt.intent());
        boolean pastes = random.nextDouble() < (aboutAText ? share : othersShare);
        if (!pastes || words(prompt.text()) > LONGEST_REQUEST) {
            return prompt;
        }
        String passage = passages.get(random.nextInt(passages.size()));
        String text = aboutAText && random.nextDouble() < ABOVE
                ? passage + "\n\n" + prompt.text()
                : prompt.text() + "\n\n" + passage;
        return new LabelledPrompt(text, prompt.intent(), prompt.language(), prompt.topic());
    }

    private static long words(String text) {
        return SPACE.splitAsStream(text.strip()).count();
    }
}
