package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.betterprompts.common.json.Json;
import io.betterprompts.lambda.LambdaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Measures how the packaged functions start, are restored and answer; {@code make cold-start} puts it into a document. */
final class ColdStart {

    private static final int STARTS = 3;
    private static final int WARM_CALLS = 300;
    private static final Map<String, String> SETTINGS = Map.of("RATE_LIMITS", "off", "ANONYMOUS_ENHANCE", "true");

    /** What each function is asked, of {@code sam-local/events}. */
    private static final Map<String, String> EVENTS = Map.of(
            "auth", "logIn.ok.200.json",
            "enhance", "enhance.ok.200.json",
            "history", "listHistory.ok.200.json",
            "templates", "listTemplates.ok.200.json",
            "settings", "readSettings.ok.200.json");

    private final PackagedProduct product;
    private final EventFiller filler;

    private ColdStart(PackagedProduct product, LambdaProcess auth) {
        this.product = product;
        this.filler = new EventFiller((function, event) -> auth.invoke(event));
    }

    /** Takes the document. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("cold-start");
        try (PackagedProduct product = new PackagedProduct(folder);
                LambdaProcess auth = product.start("auth", SETTINGS)) {
            auth.awaitReady();
            List<Measured> measured = new ColdStart(product, auth).all();
            new ColdStartDocument(Path.of(arguments[0])).write(measured);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private List<Measured> all() {
        return PackagedProduct.functions().stream().map(this::measure).toList();
    }

    private Measured measure(String function) {
        byte[] event = event(function);
        List<Duration> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (LambdaProcess process = product.start(function, SETTINGS)) {
                starts.add(process.awaitReady());
            }
        }
        Map<String, String> snapStart = Stream.of(SETTINGS, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))
                .flatMap(settings -> settings.entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        Duration cold;
        try (LambdaProcess process = product.start(function, SETTINGS)) {
            process.awaitReady();
            cold = timed(() -> process.invoke(event));
        }
        try (LambdaProcess process = product.start(function, snapStart)) {
            Duration checkpoint = process.awaitCheckpoint();
            Duration restore = process.restore();
            Duration first = timed(() -> process.invoke(event));
            Duration warm = median(warm(process, event));
            return new Measured(
                    function, median(starts), cold, checkpoint, restore, first, warm, overhead(function, process));
        }
    }

    private static List<Duration> warm(LambdaProcess process, byte[] event) {
        List<Duration> warm = new ArrayList<>();
        for (int i = 0; i < WARM_CALLS; i++) {
            warm.add(timed(() -> process.invoke(event)));
        }
        return warm;
    }

    /** What a call takes beyond what the engine says it took; for nobody, of whom nothing is looked up and stored. */
    private Duration overhead(String function, LambdaProcess process) {
        if (!function.equals("enhance")) {
            return Duration.ZERO;
        }
        byte[] event = read("enhance.ok.200.json")
                .replace("\"authorization\" : \"Bearer {{token}}\",", "")
                .getBytes(StandardCharsets.UTF_8);
        List<Duration> beyond = new ArrayList<>();
        for (int i = 0; i < WARM_CALLS; i++) {
            long start = System.nanoTime();
            byte[] answer = process.invoke(event);
            long whole = System.nanoTime() - start;
            beyond.add(Duration.ofNanos(whole).minus(engine(answer)));
        }
        return median(beyond);
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

    private byte[] event(String function) {
        return filler.fill(read(requireNonNull(EVENTS.get(function))));
    }

    private static String read(String event) {
        try {
            return Files.readString(Path.of("events", event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration timed(Supplier<byte[]> call) {
        long start = System.nanoTime();
        byte[] answer = call.get();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        int status = Json.mapper().readTree(answer).path("statusCode").asInt();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
        return time;
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /**
     * Medians of one function.
     *
     * @param init from the start of the process until it asks for an event, without a snapshot
     * @param cold the first call then
     * @param checkpoint from the start of the process until the snapshot
     * @param restore from the restore until it asks for an event
     * @param overhead of the function around the engine
     */
    record Measured(
            String function,
            Duration init,
            Duration cold,
            Duration checkpoint,
            Duration restore,
            Duration first,
            Duration warm,
            Duration overhead) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f s | %s ms | %.1f s | %s ms | %s ms | %s ms | %s ms |",
                    function,
                    init.toMillis() / 1e3,
                    ms(cold),
                    checkpoint.toMillis() / 1e3,
                    ms(restore),
                    ms(first),
                    ms(warm),
                    ms(first.minus(warm)));
        }

        static String ms(Duration time) {
            return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6);
        }
    }
}
