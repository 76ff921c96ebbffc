package io.betterprompts.benchmarks;

import static java.util.Objects.requireNonNull;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.engine.classify.TorchRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
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

/** What it would bring to give the encoder the texts of four requests at once: less than four times the anchor, or not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class BatchBenchmark {

    private static final int MARKS = 2;

    @Param({"16", "32", "64"})
    int tokens;

    private final PromptTokenizer tokenizer = Tokenizers.ofTheClassifier();
    private final Model model = model();
    private long[] ids = {};

    private static Model model() {
        TorchRuntime.start();
        Model model = Model.newInstance("intent-classifier", TorchRuntime.NAME);
        try (InputStream weights = requireNonNull(
                BatchBenchmark.class.getResourceAsStream("/io/betterprompts/model/intent-classifier.pt"))) {
            model.load(new ByteArrayInputStream(weights.readAllBytes()));
            return model;
        } catch (IOException | MalformedModelException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup
    public void prepare() {
        ids = tokenizer.encode(Texts.words(tokens - MARKS));
    }

    @Benchmark
    public float[] four() {
        return logits(4);
    }

    @Benchmark
    public float[] anchor() {
        return logits(1);
    }

    private float[] logits(int texts) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDList input = new NDList(scope.create(rows(texts, ids)), scope.create(rows(texts, ones)));
            return model.getBlock()
                    .forward(new ParameterStore(scope, false), input, false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    private static long[][] rows(int number, long[] row) {
        return Collections.nCopies(number, row).toArray(long[][]::new);
    }
}
