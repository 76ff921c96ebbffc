package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTests {

    private final List<Example> examples = IntStream.range(0, 1000)
            .mapToObj(i -> Prompts.example(Intent.REASONING, 2 + (i * 37) % 126))
            .toList();

    @Test
    void useEveryExampleOnce() {
        List<List<Example>> batches = Batches.shuffled(examples, 32, new Random(1));

        assertThat(batches.stream().flatMap(Collection::stream)).containsExactlyInAnyOrderElementsOf(examples);
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 32));
    }

    @Test
    void wasteFewTokensOnPadding() {
        int real = examples.stream().mapToInt(Example::length).sum();
        int padded = Batches.shuffled(examples, 32, new Random(1)).stream()
                .mapToInt(batch -> batch.size()
                        * batch.stream().mapToInt(Example::length).max().orElseThrow())
                .sum();

        assertThat(padded).isLessThan((int) (1.15 * real));
    }

    @Test
    void differFromEpochToEpochAndNotFromRunToRun() {
        Random random = new Random(1);
        List<List<Example>> first = Batches.shuffled(examples, 32, random);

        assertThat(Batches.shuffled(examples, 32, random)).isNotEqualTo(first);
        assertThat(Batches.shuffled(examples, 32, new Random(1))).isEqualTo(first);
    }

    @Test
    void goFromShortToLongWhereNothingIsLearned() {
        List<List<Example>> batches = Batches.inOrder(examples, 300);

        assertThat(batches).extracting(List::size).containsExactly(300, 300, 300, 100);
        assertThat(batches.getFirst().getLast().length())
                .isLessThanOrEqualTo(batches.getLast().getFirst().length());
    }
}
