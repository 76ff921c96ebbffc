package io.betterprompts.local.coldstart;

import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.local.coldstart.ColdFunction.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How one function starts in each of its forms, measured side by side. */
record Measures(ColdFunction function, List<Figures> figures) {

    private static final int STARTS = 3;
    private static final int SNAPSHOTS = 2;

    Measures {
        figures = List.copyOf(figures);
    }

    /** One after the other in each round, there and back, so that what else the machine does hits all of them. */
    static Measures of(ColdFunction function, List<Variant> variants) {
        Measures measures =
                new Measures(function, variants.stream().map(Figures::new).toList());
        for (int i = 0; i < STARTS; i++) {
            (i % 2 == 0 ? measures.figures : measures.figures.reversed()).forEach(measures::start);
        }
        for (int i = 0; i < SNAPSHOTS; i++) {
            measures.restore();
        }
        return measures;
    }

    private void start(Figures form) {
        try (LambdaProcess process = function.start(form.variant, Map.of())) {
            form.answered.add(process.awaitReady().plus(function.call(process)));
            form.processor.add(process.processorTime());
            form.classes.add(ClassWork.of(process).classes());
        }
    }

    /** All of them wait side by side for what lies before a snapshot; then one is restored after the other. */
    private void restore() {
        IdentityHashMap<Figures, LambdaProcess> processes = new IdentityHashMap<>();
        try {
            figures.forEach(form -> processes.put(form, function.start(form.variant, ColdFunction.SNAPSHOT)));
            processes.values().forEach(LambdaProcess::awaitCheckpoint);
            processes.forEach(
                    (form, process) -> form.restored.add(process.restore().plus(function.call(process))));
        } finally {
            processes.values().forEach(LambdaProcess::close);
        }
    }

    /** What was measured of one form, round by round. */
    record Figures(
            Variant variant,
            List<Long> classes,
            List<Duration> answered,
            List<Duration> processor,
            List<Duration> restored) {

        Figures(Variant variant) {
            this(variant, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        String classesAndCost() {
            return classes.getLast() + variant.cost();
        }
    }
}
