package io.betterprompts.local.coldstart;

import static io.betterprompts.local.coldstart.Times.median;
import static io.betterprompts.local.coldstart.Times.ms;
import static io.betterprompts.local.coldstart.Times.seconds;

import io.betterprompts.common.json.Json;
import io.betterprompts.lambda.LambdaProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Medians of one function.
 *
 * @param init from the start of the process until it asks for an event, without a snapshot
 * @param cold the first call then
 * @param checkpoint from the start of the process until the snapshot
 * @param restore from the restore until it asks for an event
 */
record FunctionFigures(
        String function,
        Duration init,
        Duration cold,
        Duration checkpoint,
        Duration restore,
        Duration first,
        Duration warm) {

    static final int STARTS = 3;

    private static final int WARM_CALLS = 300;
    private static final Duration WARM_AT_MOST = Duration.ofSeconds(10);

    static String table(List<ColdFunction> functions) {
        StringBuilder table = new StringBuilder("""
                        | function | start to first event | its first call | start to snapshot | restore | first call after restore | warm call | beyond warm |
                        |---|---|---|---|---|---|---|---|
                        """);
        functions.forEach(function -> table.append(measure(function).row()));
        return table + "\n"
                + functions.stream()
                        .filter(function -> function.name().equals("enhance"))
                        .map(FunctionFigures::overhead)
                        .collect(Collectors.joining());
    }

    private static FunctionFigures measure(ColdFunction function) {
        List<Duration> inits = new ArrayList<>();
        List<Duration> colds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (LambdaProcess process = function.start(function.packaged(), Map.of())) {
                inits.add(process.awaitReady());
                colds.add(function.call(process));
            }
        }
        try (LambdaProcess process = function.start(function.packaged(), ColdFunction.SNAPSHOT)) {
            return new FunctionFigures(
                    function.name(),
                    median(inits),
                    median(colds),
                    process.awaitCheckpoint(),
                    process.restore(),
                    function.call(process),
                    median(warm(function, process)));
        }
    }

    private static List<Duration> warm(ColdFunction function, LambdaProcess process) {
        List<Duration> warm = new ArrayList<>();
        long start = System.nanoTime();
        while (warm.size() < WARM_CALLS && System.nanoTime() - start < WARM_AT_MOST.toNanos()) {
            warm.add(function.call(process));
        }
        return warm;
    }

    /** What a call takes beyond what the engine says it took; for nobody, of whom nothing is looked up and stored. */
    private static String overhead(ColdFunction enhance) {
        byte[] event = ColdFunction.read("enhance.ok.200.json")
                .replace("\"authorization\" : \"Bearer {{token}}\",", "")
                .getBytes(StandardCharsets.UTF_8);
        List<Duration> beyond = new ArrayList<>();
        try (LambdaProcess process = enhance.start(enhance.packaged(), Map.of())) {
            warm(enhance, process);
            for (int i = 0; i < WARM_CALLS; i++) {
                long start = System.nanoTime();
                byte[] answer = process.invoke(event);
                beyond.add(Duration.ofNanos(System.nanoTime() - start).minus(engine(answer)));
            }
        }
        return """
                Around the engine, an enhancement for nobody takes %s ms (median): the Runtime API, the adapter, the checks of the
                contract, the answer's JSON.
                """.formatted(ms(median(beyond)));
    }

    private static Duration engine(byte[] answer) {
        JsonNode timings = Json.mapper()
                .readTree(Json.mapper().readTree(answer).path("body").asString())
                .path("timings_ms");
        double ms = timings.path("total").asDouble();
        if (ms <= 0) {
            throw new IllegalStateException("no timings in the answer: " + timings);
        }
        return Duration.ofNanos((long) (ms * 1e6));
    }

    private String row() {
        return "| `%s` | %s s | %s ms | %s s | %s ms | %s ms | %s ms | %s ms |\n"
                .formatted(
                        function,
                        seconds(init),
                        ms(cold),
                        seconds(checkpoint),
                        ms(restore),
                        ms(first),
                        ms(warm),
                        ms(first.minus(warm)));
    }
}
