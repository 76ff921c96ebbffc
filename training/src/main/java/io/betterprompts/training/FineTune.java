package io.betterprompts.training;

import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.model.BaseEncoder;
import io.betterprompts.model.WeightDelta;
import io.betterprompts.model.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One fine-tuning on the corpus, a process of its own: DJL collects gradients for one model in a process. */
public final class FineTune {

    private FineTune() {}

    /**
     * Called by {@link Train}.
     *
     * @param args folder of the corpus, folder to write into, then hyper-parameters as {@code name=value}
     */
    public static void main(String[] args) throws IOException {
        List<String> arguments = Arrays.asList(args);
        HyperParameters hyper = HyperParameters.of(arguments.subList(2, arguments.size()));
        Instant start = Instant.now();
        Weights base = BaseEncoder.weights();
        FineTuning.Outcome outcome = outcome(Corpus.read(Path.of(args[0])), base, hyper);
        new FineTuned(
                        WeightDelta.between(base, outcome.tensors()),
                        hyper,
                        outcome.epoch(),
                        outcome.macroF1(),
                        Duration.between(start, Instant.now()).toSeconds())
                .write(Path.of(args[1]));
    }

    private static FineTuning.Outcome outcome(Corpus corpus, Weights base, HyperParameters hyper) {
        GroupedSplit split = hyper.split(corpus);
        System.out.printf(
                "%d rows to train on, %d held out, %s%n",
                split.training().size(), split.heldOut().size(), hyper);
        try (PromptTokenizer tokenizer =
                new PromptTokenizer(new ByteArrayInputStream(BaseEncoder.tokenizer()), hyper.maxTokens())) {
            List<Example> heldOut = Example.of(split.heldOut(), tokenizer);
            return new FineTuning(hyper, System.out).run(base, split.training(), heldOut, tokenizer);
        }
    }
}
