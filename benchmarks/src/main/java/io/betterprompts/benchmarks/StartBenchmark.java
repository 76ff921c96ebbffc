package io.betterprompts.benchmarks;

import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.data.Resources;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is done once: reading the rules in a fresh JVM with the flags of a function. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 5,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"})
public class StartBenchmark {

    private static final List<String> FILES = Stream.concat(
                    Stream.of("cues", "languages", "lint", "missing", "models", "techniques"),
                    Stream.of("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pt", "ru", "zh")
                            .flatMap(language ->
                                    Stream.of("languages/" + language + "/cues", "languages/" + language + "/texts")))
            .toList();

    @Benchmark
    public RuleSet readRules() {
        return RuleSet.bundled();
    }

    /** The same files, parsed and then thrown away. */
    @Benchmark
    public List<Object> anchor() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return FILES.stream()
                .map(file -> yaml.<Object>load(Resources.text(file + ".yaml")))
                .toList();
    }
}
