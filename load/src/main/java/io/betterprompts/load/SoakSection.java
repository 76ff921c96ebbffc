package io.betterprompts.load;

import io.betterprompts.benchmarks.page.Machine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code make load SOAK=30} writes: whether memory grows. */
record SoakSection(Plan plan, Report soak, Memory memory) {

    /** Of the memory after the first tenth of the time; less is how it goes up and down. */
    private static final double MOST_GROWTH = 0.05;

    List<Bar> bars() {
        Bar failures = Bar.atMost("failures, none", 0, soak.failed(SoakSimulation.SOAK), "failures");
        if (!memory.isSeen()) {
            return List.of(failures);
        }
        long first = memory.median(0.1, 0.3);
        long last = memory.median(0.8, 1);
        return List.of(
                Bar.atMost("memory at most, ≤ 1,200 MB", 1200, memory.most(), "MB"),
                new Bar(
                        "no growth: the last fifth at most 5 % above the second and third tenth",
                        first + " MB, then " + last + " MB", last <= first * (1 + MOST_GROWTH)),
                failures);
    }

    String text() {
        return String.format(
                        Locale.ROOT,
                        "%s; %d minutes at %.0f requests a second, half of the maximum.%n%n"
                                + "| what must hold | measured | |%n|---|---|---|%n",
                        Machine.today(),
                        plan.stage().toMinutes(),
                        plan.rate())
                + bars().stream().map(Bar::line).collect(Collectors.joining("\n"));
    }
}
