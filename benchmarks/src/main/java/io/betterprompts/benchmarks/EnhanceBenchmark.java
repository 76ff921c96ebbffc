package io.betterprompts.benchmarks;

import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.Intent;
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

/** All of an enhancement but the classifier: parse, select, generate, check, count tokens, lint, report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
public class EnhanceBenchmark {

    /** Characters of the prompt. */
    @Param({"100", "1000", "5000", "20000"})
    int length;

    private PromptEnhancer enhancer;
    private EnhancementRequest request;

    /** Needed by JMH; {@link #prepare()} gives the fields their values. */
    public EnhanceBenchmark() {
        this.enhancer =
                new PromptEnhancer(new FixedIntent(Intent.SUMMARIZATION), RuleSet.bundled(), new JtokkitTokenCounter());
        this.request = EnhancementRequest.of("-");
    }

    @Setup
    public void prepare() {
        request = EnhancementRequest.of(Texts.report(length));
    }

    @Benchmark
    public byte[] anchor() {
        return Sha256.of(request.text());
    }

    @Benchmark
    public Enhancement withoutClassifier() {
        return enhancer.enhance(request);
    }
}
