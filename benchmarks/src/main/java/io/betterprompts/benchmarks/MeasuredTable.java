package io.betterprompts.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that was measured, in Markdown, each beside its anchor. */
record MeasuredTable(List<Measured> all) {

    private static final Map<String, String> WORDS = Map.of(
            "ClassifyBenchmark.classify", "classify",
            "ClassifyBenchmark.enhance", "enhance, all of it",
            "BatchBenchmark.four", "the encoder, four texts at once",
            "EnhanceBenchmark.withoutClassifier", "parse, select, generate, check, lint, report",
            "TokenizerBenchmark.classifier", "the classifier's tokens",
            "TokenizerBenchmark.count", "count tokens",
            "StartBenchmark.readRules", "read the rules, once");

    private static final Set<String> OF_TOKENS = Set.of("ClassifyBenchmark", "BatchBenchmark");

    MeasuredTable {
        all = List.copyOf(all);
    }

    String text() {
        return """
                | what | size | p50, ms | p99, ms | allocated, KB | anchor, p50, ms | ratio |
                |---|---|---|---|---|---|---|
                """ + all.stream().filter(m -> !m.isAnchor()).map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Measured measured) {
        double anchor = all.stream()
                .filter(other -> other.isAnchorOf(measured))
                .mapToDouble(Measured::p50Micros)
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.1f | %s | %s |",
                WORDS.getOrDefault(measured.group() + "." + measured.name(), measured.name()),
                size(measured),
                millis(measured.p50Micros()),
                millis(measured.p99Micros()),
                measured.kilobytes(),
                millis(anchor),
                threeDigits(measured.p50Micros() / anchor));
    }

    private static String size(Measured measured) {
        return measured.size().isEmpty()
                ? ""
                : measured.size() + (OF_TOKENS.contains(measured.group()) ? " tokens" : " characters");
    }

    private static String millis(double micros) {
        return threeDigits(micros / 1000);
    }

    private static String threeDigits(double number) {
        int digits = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : number >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
