package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.training.Evaluation.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the classifier as it is shipped, on rows of any JSON Lines file with {@code text} and {@code label}. */
public final class Evaluate {

    private static final String PAGE = "--page=";

    private final IntentClassifier classifier;

    private Evaluate(IntentClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Called by {@code make evaluate}.
     *
     * @param args files or folders of JSON Lines, those that do not exist are left out; {@code --page=<file>} among them
     *     also writes the figures into that page, with a picture of the first one's confusions
     */
    public static void main(String[] args) throws IOException {
        List<Path> files = Stream.of(args)
                .filter(argument -> !argument.startsWith(PAGE))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("give at least one JSON Lines file: -Dtraining.arguments=<file>");
        }
        try (TorchIntentClassifier classifier = TorchIntentClassifier.load()) {
            Evaluate evaluate = new Evaluate(classifier);
            List<Evaluation> evaluations =
                    files.stream().map(evaluate::classified).toList();
            String report = evaluate.report(files, evaluations);
            System.out.print(report);
            for (String page : Stream.of(args)
                    .filter(argument -> argument.startsWith(PAGE))
                    .toList()) {
                new ClassifierPage(Path.of(page.substring(PAGE.length())))
                        .write(report, ConfusionPicture.svg(evaluations.getFirst()));
            }
        }
    }

    private Evaluation classified(Path file) {
        return evaluation(
                Corpus.read(file).prompts(), prompt -> Prediction.of(prompt, classifier.classify(prompt.text())));
    }

    private String report(List<Path> files, List<Evaluation> evaluations) {
        List<String> sections = new ArrayList<>();
        sections.add("Model `" + classifier.modelId() + "`.\n");
        for (int i = 0; i < files.size(); i++) {
            sections.add(section(files.get(i), evaluations.get(i)));
        }
        return String.join("\n", sections);
    }

    private static String section(Path file, Evaluation evaluation) {
        List<LabelledPrompt> prompts =
                evaluation.predictions().stream().map(Prediction::prompt).toList();
        Intent majority = majority(prompts);
        String headlines = Report.headlines(List.of(
                Report.baseline(
                        "always " + majority.label(),
                        evaluation(prompts, prompt -> Prediction.certain(prompt, majority))),
                Report.baseline(
                        "key words",
                        evaluation(
                                prompts, prompt -> Prediction.certain(prompt, KeywordBaseline.guess(prompt.text())))),
                Report.headline("classifier", evaluation)));
        return "## %d prompts of `%s`%n%n".formatted(prompts.size(), file.getFileName())
                + headlines
                + Report.of(evaluation);
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
