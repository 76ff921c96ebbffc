package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTests {

    @Test
    void averagesFineTuningsThatDiffer() {
        assertThat(Recipe.DEFAULT.hyperParameters()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void splitsTheCorpusAlikeForAll() {
        assertThat(Recipe.DEFAULT.hyperParameters())
                .extracting(HyperParameters::seed, HyperParameters::heldOut)
                .containsOnly(tuple(HyperParameters.DEFAULT.seed(), HyperParameters.DEFAULT.heldOut()));
    }

    @Test
    void takesArgumentsForAll() {
        assertThat(Recipe.DEFAULT.with(List.of("epochs=1")).hyperParameters()).allMatch(hyper -> hyper.epochs() == 1);
    }
}
