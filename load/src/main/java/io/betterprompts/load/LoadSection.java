package io.betterprompts.load;

import io.betterprompts.benchmarks.page.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code make load} writes: the bars, and each kind of request at each level. */
record LoadSection(Options options, Report capacity, Report levels, Memory memory) {

    private static final int HALF = 50;
    private static final int SATURATED = 100;
    private static final int BEYOND = 150;

    List<Bar> bars() {
        Figures half = levels.of(LevelsSimulation.prefix(HALF) + Traffic.NEW);
        List<Bar> bars = new ArrayList<>(List.of(
                Bar.atMost("a new prompt at half of the maximum, p50 ≤ 20 ms", 20, half.p50(), "ms"),
                Bar.atMost("the same, p99 ≤ 80 ms", 80, half.p99(), "ms"),
                Bar.atLeast("new prompts by themselves, ≥ 80 a second", 80, alone(Traffic.NEW), "a second"),
                Bar.atLeast(
                        "repeated ones by themselves, ≥ 800 a second",
                        800,
                        alone(Traffic.REPEATED_UNSAVED),
                        "a second"),
                Bar.atLeast(
                        "repeated ones that are each stored again, ≥ 800 a second",
                        800,
                        alone(Traffic.REPEATED),
                        "a second"),
                Bar.atLeast(
                        "lists of the history by themselves, ≥ 1,500 a second",
                        1500,
                        alone(Traffic.HISTORY),
                        "a second"),
                Bar.atMost("failures up to 75 %, none", 0, failuresBelowSaturation(), "failures"),
                Bar.atMost(
                        "answers and refusals at 150 %, but for logins, p99 ≤ 1,000 ms", 1000, slowestBeyond(), "ms")));
        if (memory.isSeen()) {
            bars.add(Bar.atMost("memory at most, ≤ 1,200 MB", 1200, memory.most(), "MB"));
        }
        return bars;
    }

    private double alone(String kind) {
        return capacity.of(CapacitySimulation.ALONE + kind).answered()
                / (double) options.alone().toSeconds();
    }

    private long failuresBelowSaturation() {
        return LevelsSimulation.LEVELS.stream()
                .filter(level -> level < SATURATED)
                .mapToLong(level -> levels.failed(LevelsSimulation.prefix(level)))
                .sum();
    }

    /** A login computes for a third of a second on purpose, and for as much longer as others compute beside it. */
    private long slowestBeyond() {
        return levels.startingWith(LevelsSimulation.prefix(BEYOND)).stream()
                .filter(figures -> !figures.name().endsWith(Traffic.LOG_IN))
                .mapToLong(Figures::p99)
                .max()
                .orElse(0);
    }

    String text() {
        return String.format(
                        Locale.ROOT,
                        "%s; %d people; %d s at each level; the maximum is %.0f requests a second.%n%n"
                                + "| what must hold | measured | |%n|---|---|---|%n",
                        Machine.today(),
                        options.people(),
                        options.stage().toSeconds(),
                        capacity.answered(CapacitySimulation.MIXED)
                                / (double) options.stage().toSeconds())
                + bars().stream().map(Bar::line).collect(Collectors.joining("\n"))
                + "\n\n| at | request | answered a second | p50, ms | p95, ms | p99, ms | failed |\n"
                + "|---|---|---|---|---|---|---|\n"
                + LevelsSimulation.LEVELS.stream()
                        .flatMap(level -> levels.startingWith(LevelsSimulation.prefix(level)).stream())
                        .map(this::line)
                        .collect(Collectors.joining("\n"));
    }

    private String line(Figures figures) {
        String[] name = figures.name().split(": ", 2);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %d | %d | %d | %d |",
                name[0],
                name[1],
                figures.answered() / (double) options.stage().toSeconds(),
                figures.p50(),
                figures.p95(),
                figures.p99(),
                figures.failed());
    }
}
