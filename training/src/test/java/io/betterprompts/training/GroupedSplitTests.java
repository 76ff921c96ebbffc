package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupedSplitTests {

    private final List<LabelledPrompt> prompts = prompts();
    private final GroupedSplit split = GroupedSplit.of(prompts, 0.2, 42);

    @Test
    void keepsEachTopicOnOneSide() {
        assertThat(topics(split.training())).doesNotContainAnyElementsOf(topics(split.heldOut()));
    }

    @Test
    void losesNoRow() {
        assertThat(split.training().size() + split.heldOut().size()).isEqualTo(prompts.size());
    }

    @Test
    void holdsOutAboutTheShare() {
        assertThat(topics(split.heldOut())).hasSizeBetween(150, 250);
    }

    @Test
    void dependsOnTheSeedAlone() {
        assertThat(GroupedSplit.of(prompts, 0.2, 42)).isEqualTo(split);
        assertThat(GroupedSplit.of(prompts, 0.2, 43)).isNotEqualTo(split);
    }

    @Test
    void movesNoOtherRowWhenOneIsAdded() {
        List<LabelledPrompt> more = new ArrayList<>(prompts);
        more.addFirst(Prompts.about("sewing", "one more"));

        GroupedSplit after = GroupedSplit.of(more, 0.2, 42);

        assertThat(after.heldOut()).containsAll(split.heldOut());
        assertThat(after.training()).containsAll(split.training());
    }

    @Test
    void takesATopicInCapitalsForTheSame() {
        List<LabelledPrompt> mixed = new ArrayList<>(prompts);
        prompts.forEach(prompt -> mixed.add(Prompts.about(" " + prompt.topic().toUpperCase(Locale.ROOT), "x")));

        GroupedSplit both = GroupedSplit.of(mixed, 0.2, 42);

        assertThat(both.heldOut()).hasSize(2 * split.heldOut().size());
    }

    private static List<LabelledPrompt> prompts() {
        List<LabelledPrompt> prompts = new ArrayList<>();
        for (int topic = 0; topic < 1000; topic++) {
            prompts.add(Prompts.about("topic " + topic, "first"));
            prompts.add(Prompts.about("topic " + topic, "second"));
        }
        return prompts;
    }

    private static Set<String> topics(List<LabelledPrompt> prompts) {
        return prompts.stream().map(LabelledPrompt::topic).collect(Collectors.toSet());
    }
}
