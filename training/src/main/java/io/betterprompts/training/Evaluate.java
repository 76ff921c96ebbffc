package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.training.Evaluation.Prediction;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Measures the classifier as it is shipped, on rows of any JSON Lines file with {@code text} and {@code label}. */
public final class Evaluate {

    private final IntentClassifier classifier;
    private final PrintStream out;

    private Evaluate(IntentClassifier classifier, PrintStream out) {
        this.classifier = classifier;
        this.out = out;
    }

    /**
     * Called by {@code make evaluate}.
     *
     * @param args files or folders of JSON Lines; each gets a report of its own
     */
    public static void main(String[] args) {
        if (args.length == 0) {
            throw new IllegalArgumentException("give at least one JSON Lines file: -Dtraining.arguments=<file>");
        }
        try (TorchIntentClassifier classifier = TorchIntentClassifier.load()) {
            Evaluate evaluate = new Evaluate(classifier, System.out);
            Arrays.stream(args).map(Path::of).forEach(evaluate::report);
        }
    }

    private void report(Path path) {
        List<LabelledPrompt> prompts = Corpus.read(path).prompts();
        Intent majority = majority(prompts);
        out.printf("%s on %s%n%n", classifier.modelId(), path);
        out.print(Report.baseline(
                "always " + majority.label(), evaluation(prompts, prompt -> Prediction.certain(prompt, majority))));
        out.print(Report.baseline(
                "key words",
                evaluation(prompts, prompt -> Prediction.certain(prompt, KeywordBaseline.guess(prompt.text())))));
        out.print(Report.of(
                "classifier",
                evaluation(prompts, prompt -> Prediction.of(prompt, classifier.classify(prompt.text())))));
    }

    private static Evaluation evaluation(List<LabelledPrompt> prompts, Function<LabelledPrompt, Prediction> predict) {
        return new Evaluation(prompts.stream().map(predict).toList());
    }

    private static Intent majority(List<LabelledPrompt> prompts) {
        return prompts.stream()
                .collect(Collectors.groupingBy(LabelledPrompt::intent, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(entry -> entry.getValue()))
                .orElseThrow()
                .getKey();
    }
}
