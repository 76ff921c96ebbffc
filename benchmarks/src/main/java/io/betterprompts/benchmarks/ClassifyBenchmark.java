package io.betterprompts.benchmarks;

import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
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

/** The encoder on one thread, and a whole enhancement with it. {@link OnnxBenchmark} has the anchor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class ClassifyBenchmark {

    private static final int MARKS = 2;

    /** Tokens of the prompt, the marks of its beginning and its end among them. Of more than 64 the classifier reads 64. */
    @Param({"8", "16", "32", "64", "128", "256"})
    int tokens;

    private final IntentClassifier classifier = TorchIntentClassifier.load();
    private final PromptEnhancer enhancer =
            new PromptEnhancer(classifier, RuleSet.bundled(), new JtokkitTokenCounter());
    private String text = "";

    @Setup
    public void prepare() {
        text = Texts.words(tokens - MARKS);
    }

    @Benchmark
    public Classification classify() {
        return classifier.classify(text);
    }

    @Benchmark
    public Enhancement enhance() {
        return enhancer.enhance(EnhancementRequest.of(text));
    }
}
