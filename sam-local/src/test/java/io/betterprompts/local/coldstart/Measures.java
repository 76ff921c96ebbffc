package io.betterprompts.local.coldstart;

import static io.betterprompts.local.coldstart.Times.median;
import static io.betterprompts.local.coldstart.Times.ms;
import static io.betterprompts.local.coldstart.Times.ratios;

import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.local.coldstart.ColdFunction.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What measures bring that could make a function start faster, against the function as it is in the same run. */
record Measures(ColdFunction function, List<Variant> variants) {

    private static final int STARTS = 7;
    private static final int SNAPSHOTS = 3;

    Measures {
        variants = List.copyOf(variants);
    }

    /** One after the other in each round, there and back, so that what else the machine does hits all of them. */
    String table() {
        List<Figures> figures = variants.stream().map(Figures::new).toList();
        for (int i = 0; i < STARTS; i++) {
            (i % 2 == 0 ? figures : figures.reversed()).forEach(this::start);
        }
        for (int i = 0; i < SNAPSHOTS; i++) {
            restore(figures);
        }
        Figures before = figures.getFirst();
        StringBuilder table = new StringBuilder("""
                | `%s`, changed: | classes | start to first answer | its processor time | restore and first answer |
                |---|---|---|---|---|
                """.formatted(function.name())).append(before.inMs());
        figures.stream().skip(1).map(changed -> changed.against(before)).forEach(table::append);
        return table.toString();
    }

    private void start(Figures figures) {
        try (LambdaProcess process = function.start(figures.variant, Map.of())) {
            figures.answered.add(process.awaitReady().plus(function.call(process)));
            figures.processor.add(process.processorTime());
            figures.classes.add(ClassWork.of(process).classes());
        }
    }

    /** All of them wait side by side for what lies before a snapshot; then one is restored after the other. */
    private void restore(List<Figures> figures) {
        IdentityHashMap<Figures, LambdaProcess> processes = new IdentityHashMap<>();
        try {
            figures.forEach(f -> processes.put(f, function.start(f.variant, ColdFunction.SNAPSHOT)));
            processes.values().forEach(LambdaProcess::awaitCheckpoint);
            processes.forEach((f, process) -> f.restored.add(process.restore().plus(function.call(process))));
        } finally {
            processes.values().forEach(LambdaProcess::close);
        }
    }

    private record Figures(
            Variant variant,
            List<Long> classes,
            List<Duration> answered,
            List<Duration> processor,
            List<Duration> restored) {

        Figures(Variant variant) {
            this(variant, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        String inMs() {
            return row(ms(median(answered)) + " ms", ms(median(processor)) + " ms", ms(median(restored)) + " ms");
        }

        String against(Figures before) {
            return row(
                    ratios(answered, before.answered),
                    ratios(processor, before.processor),
                    ratios(restored, before.restored));
        }

        private String row(String... cells) {
            return "| " + variant.name() + " | " + classes.getLast() + " | " + String.join(" | ", cells) + " |\n";
        }
    }
}
