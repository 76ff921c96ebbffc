package io.betterprompts.benchmarks;

import io.betterprompts.engine.classify.PromptTokenizer;
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

/**
 * The anchor of {@link ClassifyBenchmark}: the same tokens through another runtime, in a process that has no other. ONNX
 * Runtime reads a model with more stack than Java gives a thread, and crashes without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "-Xss16m", "--enable-native-access=ALL-UNNAMED"})
public class OnnxBenchmark {

    private static final int MARKS = 2;

    @Param({"8", "16", "32", "64", "128", "256"})
    int tokens;

    private final OnnxEncoder onnx = new OnnxEncoder();
    private final PromptTokenizer tokenizer = Tokenizers.ofTheClassifier();
    private String text = "";

    @Setup
    public void prepare() {
        text = Texts.words(tokens - MARKS);
    }

    @Benchmark
    public Object anchor() {
        return onnx.states(tokenizer.encode(text));
    }
}
