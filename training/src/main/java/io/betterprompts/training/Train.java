package io.betterprompts.training;

import io.betterprompts.engine.classify.Calibration;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.engine.classify.TorchRuntime;
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
import java.util.Random;

/** Trains on a corpus and writes the delta and its provenance, from which the model module builds the classifier. */
public final class Train {

    private static final double WANTED_PRECISION = 0.90;
    /** Long enough to pass through every part of the network, with letters only a right tokenizer gets right. */
    private static final String GOLDEN_TEXT =
            "Could you boil this down for my boss? Our café in Zürich moved the opening to 14 March, the builders want "
                    + "another 2,300 €, and nobody has told the neighbours yet… 🙈";
    /** Garbage is further away; another processor's order of adding, which the rounding to bytes enlarges, is not. */
    private static final double GOLDEN_TOLERANCE = 0.3;

    private final Recipe recipe;
    private final Clock clock;
    private final PrintStream log;

    private Train(Recipe recipe, Clock clock, PrintStream log) {
        this.recipe = recipe;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Called by {@code make train}.
     *
     * @param args folder of the corpus, folder of the calibration rows, folder to keep fine-tunings in, folder to write
     *     the delta into, then hyper-parameters as {@code name=value} for all fine-tunings
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> arguments = Arrays.asList(args);
        Recipe recipe = Recipe.DEFAULT.with(arguments.subList(4, arguments.size()));
        List<FineTuned> parts =
                new FineTunings(Path.of(args[0]), Path.of(args[2]), System.out).run(recipe.fineTunings());
        new Train(recipe, Clock.systemUTC(), System.out)
                .run(Corpus.read(Path.of(args[0])), Corpus.read(Path.of(args[1])), parts, Path.of(args[3]));
    }

    private void run(Corpus corpus, Corpus calibrationRows, List<FineTuned> parts, Path folder) throws IOException {
        Weights base = BaseEncoder.weights();
        WeightDelta delta = Soup.of(base, parts.stream().map(FineTuned::delta).toList());
        Provenance provenance = calibrated(delta.appliedTo(base), calibrationRows)
                .trainedOn(corpus, calibrationRows, parts, clock.instant());
        Files.createDirectories(folder);
        WeightDeltaFile.write(delta, folder.resolve("intent-classifier.delta"));
        provenance.write(folder.resolve("provenance.json"));
    }

    /** Measures the network as it comes out of the delta and the archive. */
    private Provenance calibrated(Weights merged, Corpus rows) throws IOException {
        TorchRuntime.start();
        try (ArchivedModel model = new ArchivedModel(merged, recipe.storage());
                PromptTokenizer tokenizer =
                        new PromptTokenizer(new ByteArrayInputStream(BaseEncoder.tokenizer()), recipe.maxTokens())) {
            List<Example> examples = Example.of(hardened(rows.prompts()), tokenizer);
            List<float[]> logits = model.logits(examples);
            double temperature = TemperatureFit.temperature(logits, examples);
            double threshold = FineTuning.evaluation(logits, examples, new Calibration(temperature, 0))
                    .thresholdFor(WANTED_PRECISION);
            Evaluation evaluation = FineTuning.evaluation(logits, examples, new Calibration(temperature, threshold));
            log.print(
                    Report.headlines(List.of(Report.headline("calibration rows", evaluation))) + Report.of(evaluation));
            return Provenance.of(recipe, temperature, threshold)
                    .tested(GOLDEN_TEXT, model.logits(golden(tokenizer)), GOLDEN_TOLERANCE)
                    .measured(evaluation);
        }
    }

    /**
     * The rows, all short ones with a passage of another row pasted beside them: real prompts are harder than any written for the
     * purpose, and probabilities that fit the easy ones promise too much.
     */
    private static List<LabelledPrompt> hardened(List<LabelledPrompt> rows) {
        return new PastedPassages(rows, 1, 1, new Random(HyperParameters.DEFAULT.seed())).into(rows);
    }

    private static Example golden(PromptTokenizer tokenizer) {
        LabelledPrompt prompt = new LabelledPrompt(GOLDEN_TEXT, Intent.SUMMARIZATION, LabelledPrompt.ENGLISH, "");
        return Example.of(List.of(prompt), tokenizer).getFirst();
    }
}
