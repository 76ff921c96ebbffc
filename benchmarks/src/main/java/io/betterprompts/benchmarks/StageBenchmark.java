package io.betterprompts.benchmarks;

import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.prompt.PromptParser;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.Optional;
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

/** Where the time of an enhancement goes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
public class StageBenchmark {

    /** Characters of the prompt. */
    @Param({"2000", "20000"})
    int length;

    private final RuleSet rules = RuleSet.bundled();
    private final TokenCounter tokens = new JtokkitTokenCounter();
    private String text = "";
    private ParsedPrompt prompt = rules.parser().parse(text);

    @Setup
    public void prepare() {
        text = Texts.report(length);
        prompt = rules.parser().parse(text);
    }

    @Benchmark
    public ParsedPrompt parse() {
        return rules.parser().parse(text);
    }

    @Benchmark
    public Object protectedSpans() {
        return PromptParser.protectedSpans(text);
    }

    @Benchmark
    public Object findOwnEdits() {
        return rules.phrasebook().ownEdits(text);
    }

    @Benchmark
    public Object lint() {
        return rules.linter().lint(prompt, Optional.empty());
    }

    @Benchmark
    public int countTokens() {
        return tokens.count(text);
    }
}
