package io.betterprompts.training;

import io.betterprompts.engine.classify.Calibration;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.model.BaseEncoder;
import io.betterprompts.model.WeightDelta;
import io.betterprompts.model.WeightDeltaFile;
import io.betterprompts.model.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Trains on a corpus and writes the delta and its provenance, from which the model module builds the classifier. */
public final class Train {

    private static final double WANTED_PRECISION = 0.90;
    /** Long enough to pass through every part of the network, with letters only a right tokenizer gets right. */
    private static final String GOLDEN_TEXT =
            "Could you boil this down for my boss? Our café in Zürich moved the opening to 14 March, the builders want "
                    + "another 2,300 €, and nobody has told the neighbours yet… 🙈";

    private static final double GOLDEN_TOLERANCE = 0.05;

    private final HyperParameters hyper;
    private final Clock clock;
    private final PrintStream log;

    private Train(HyperParameters hyper, Clock clock, PrintStream log) {
        this.hyper = hyper;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Called by {@code make train}.
     *
     * @param args folder of the corpus, folder to write the delta into, then hyper-parameters as {@code name=value}
     */
    public static void main(String[] args) throws IOException {
        List<String> arguments = Arrays.asList(args);
        HyperParameters hyper = HyperParameters.of(arguments.subList(2, arguments.size()));
        new Train(hyper, Clock.systemUTC(), System.out).run(Path.of(args[0]), Path.of(args[1]));
    }

    private void run(Path corpusFolder, Path weightsFolder) throws IOException {
        long start = clock.millis();
        Corpus corpus = Corpus.read(corpusFolder);
        GroupedSplit split = GroupedSplit.of(corpus.prompts(), hyper.heldOut(), hyper.seed());
        log.printf(
                "%d rows to train on, %d held out, %s%n",
                split.training().size(), split.heldOut().size(), hyper);
        Weights base = BaseEncoder.weights();
        try (PromptTokenizer tokenizer =
                new PromptTokenizer(new ByteArrayInputStream(BaseEncoder.tokenizer()), hyper.maxTokens())) {
            List<Example> heldOut = Example.of(split.heldOut(), tokenizer);
            FineTuning.Outcome outcome = new FineTuning(hyper, log).run(base, split.training(), heldOut, tokenizer);
            WeightDelta delta = WeightDelta.between(base, outcome.tensors());
            Provenance provenance = calibrated(delta.appliedTo(base), heldOut, tokenizer)
                    .trainedOn(corpus, split, hyper, outcome.epoch(), clock.instant(), (clock.millis() - start) / 1000);
            Files.createDirectories(weightsFolder);
            WeightDeltaFile.write(delta, weightsFolder.resolve("intent-classifier.delta"));
            provenance.write(weightsFolder.resolve("provenance.json"));
        }
    }

    /** Measures the weights as they come out of the delta, rounding included. */
    private Provenance calibrated(Weights merged, List<Example> heldOut, PromptTokenizer tokenizer) {
        try (BertModel model = new BertModel(merged, hyper)) {
            List<float[]> logits = model.logits(heldOut);
            double temperature = TemperatureFit.temperature(logits, heldOut);
            double threshold = FineTuning.evaluation(logits, heldOut, new Calibration(temperature, 0))
                    .thresholdFor(WANTED_PRECISION);
            Evaluation evaluation = FineTuning.evaluation(logits, heldOut, new Calibration(temperature, threshold));
            log.print(Report.of("held out", evaluation));
            LabelledPrompt golden = new LabelledPrompt(GOLDEN_TEXT, Intent.SUMMARIZATION, LabelledPrompt.ENGLISH, "");
            float[] goldenLogits =
                    model.logits(Example.of(List.of(golden), tokenizer)).getFirst();
            return Provenance.of(hyper.maxTokens(), temperature, threshold)
                    .tested(GOLDEN_TEXT, goldenLogits, GOLDEN_TOLERANCE)
                    .measured(evaluation);
        }
    }
}
