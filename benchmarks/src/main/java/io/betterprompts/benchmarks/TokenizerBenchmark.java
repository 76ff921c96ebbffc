package io.betterprompts.benchmarks;

import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two tokenizers: the classifier's, which looks at two windows of a long text, and the one that counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
public class TokenizerBenchmark {

    /** Characters of the prompt. */
    @Param({"100", "1000", "5000", "20000"})
    int length;

    private final PromptTokenizer classifiers = Tokenizers.ofTheClassifier();
    private final TokenCounter counter = new JtokkitTokenCounter();
    private String text = "";

    @Setup
    public void prepare() {
        text = Texts.report(length);
    }

    @Benchmark
    public byte[] anchor() {
        return Sha256.of(text);
    }

    @Benchmark
    public long[] classifier() {
        return classifiers.encode(text);
    }

    @Benchmark
    public int count() {
        return counter.count(text);
    }
}
