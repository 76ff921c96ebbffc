package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pastes passages of other rows under or above short requests, anew in every epoch. What is asked stays the same, so a
 * model that sees a complaint below "main points please" learns to look for the request and not at the complaint.
 */
final class PastedPassages {

    /** Requests that mostly come with the text they are about; the others get a passage less often. */
    private static final Set<Intent> ABOUT_A_TEXT = EnumSet.of(
            Intent.SUMMARIZATION,
            Intent.TRANSLATION,
            Intent.REWRITING,
            Intent.INFORMATION_EXTRACTION,
            Intent.TEXT_CLASSIFICATION);

    private static final double OTHERS = 0.25;
    private static final double ABOVE = 0.35;
    private static final int LONGEST_REQUEST = 40;
    private static final int SHORTEST_PASSAGE = 25;
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> passages;
    private final double share;
    private final Random random;

    /**
     * Takes its passages from these rows.
     *
     * @param share of the short requests about a text that get one, 0 to 1
     */
    PastedPassages(List<LabelledPrompt> prompts, double share, Random random) {
        this.passages = prompts.stream()
                .flatMap(prompt -> Arrays.stream(PARAGRAPH.split(prompt.text())))
                .filter(paragraph -> words(paragraph) >= SHORTEST_PASSAGE)
                .toList();
        this.share = share;
        this.random = random;
    }

    /** The same rows in the same order, some with a passage. */
    List<LabelledPrompt> into(List<LabelledPrompt> prompts) {
        return passages.isEmpty() ? prompts : prompts.stream().map(this::into).toList();
    }

    private LabelledPrompt into(LabelledPrompt prompt) {
        double own = ABOUT_A_TEXT.contains(prompt.intent()) ? share : share * OTHERS;
        if (words(prompt.text()) > LONGEST_REQUEST || random.nextDouble() >= own) {
            return prompt;
        }
        String passage = passages.get(random.nextInt(passages.size()));
        String text = random.nextDouble() < ABOVE ? passage + "\n\n" + prompt.text() : prompt.text() + "\n\n" + passage;
        return new LabelledPrompt(text, prompt.intent(), prompt.language(), prompt.topic());
    }

    private static long words(String text) {
        return SPACE.splitAsStream(text.strip()).count();
    }
}
