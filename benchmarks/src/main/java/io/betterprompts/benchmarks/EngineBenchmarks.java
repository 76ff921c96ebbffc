package io.betterprompts.benchmarks;

import io.betterprompts.benchmarks.page.Machine;
import io.betterprompts.benchmarks.page.MarkedSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code make bench}: measures the engine and its anchors in one run, and writes times, ratios and allocation into a page
 * of the documentation. With arguments it is JMH's own command line instead, and only prints.
 */
public final class EngineBenchmarks {

    private EngineBenchmarks() {}

    public static void main(String... arguments) throws IOException, RunnerException {
        if (arguments.length > 0) {
            Main.main(arguments);
            return;
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("ClassifyBenchmark")
                        .include("OnnxBenchmark")
                        .include("BatchBenchmark")
                        .include("EnhanceBenchmark")
                        .include("TokenizerBenchmark")
                        .include("StartBenchmark")
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        List<Measured> all = results.stream().map(Measured::of).toList();
        new MarkedSection(Path.of("docs/performance.md"), "make bench")
                .write(Machine.today() + "; JMH 1.37.\n\n" + new MeasuredTable(all).text());
    }
}
