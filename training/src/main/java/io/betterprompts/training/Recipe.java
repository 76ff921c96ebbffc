package io.betterprompts.training;

import io.betterprompts.model.WeightStorage;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the shipped weights are made: fine-tunings of the same start that saw different views of the corpus, averaged. Such a
 * "model soup" errs less on prompts of other authors than each of them (Wortsman et al. 2022, arXiv:2203.05482).
 *
 * @param fineTunings the arguments of each, see {@link HyperParameters}
 * @param maxTokens of a prompt in use: of a longer one its head and tail are read
 * @param storage of the archive that is shipped
 */
record Recipe(List<List<String>> fineTunings, int maxTokens, WeightStorage storage) {

    /** One reads more of each prompt, one sees more pasted text, and more often. */
    static final Recipe DEFAULT = new Recipe(
            List.of(
                    List.of("maxTokens=96", "pasted=0.3", "learningRate=1e-4", "epochs=3"),
                    List.of("maxTokens=64", "pasted=0.5", "learningRate=1.5e-4", "epochs=4")),
            64,
            WeightStorage.I8S7);

    Recipe {
        fineTunings = fineTunings.stream().map(List::copyOf).toList();
    }

    /** The same with these arguments added to each fine-tuning. */
    Recipe with(List<String> arguments) {
        List<List<String>> extended = fineTunings.stream()
                .map(own -> Stream.concat(own.stream(), arguments.stream()).toList())
                .toList();
        return new Recipe(extended, maxTokens, storage);
    }

    List<HyperParameters> hyperParameters() {
        return fineTunings.stream().map(HyperParameters::of).toList();
    }
}
