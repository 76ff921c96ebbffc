package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.MetricLine;
import io.betterprompts.lambda.Connection;
import io.betterprompts.lambda.LambdaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/**
 * Packaged functions as SnapStart treats them: started, brought to the point at which the snapshot is taken, and restored
 * into a world where the database was restarted, its login changed and the signing secret replaced. Then each gets the same
 * request twice. All of it is done once, for all functions side by side; the tests look at what was seen.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class SnapshotIT {

    static final List<String> FUNCTIONS = PackagedProduct.functions();

    @TempDir
    private static Path folder;

    private static final Map<String, Checkpoint> CHECKPOINTS = new HashMap<>();
    private static final Map<String, Restored> RESTORED = new HashMap<>();
    private static Optional<LocalDynamoDb> cache = Optional.empty();
    private static List<String> rehearsed = List.of();
    private static List<String> kept = List.of();
    private static int connections;
    private static long rowsMade;

    @BeforeAll
    static void rehearseAndRestore() throws IOException {
        cache = LocalDynamoDb.canRun() ? Optional.of(LocalDynamoDb.start(folder.resolve("cache"))) : Optional.empty();
        cache.ifPresent(LocalDynamoDb::makeTable);
        Map<String, LambdaProcess> processes = new LinkedHashMap<>();
        try (PackagedProduct product = new PackagedProduct(folder)) {
            Map<String, byte[]> events = events(product);
            long rows = product.database.rows();
            FUNCTIONS.forEach(function -> processes.put(function, product.start(function, settings())));
            for (Map.Entry<String, LambdaProcess> process : processes.entrySet()) {
                process.getValue().awaitCheckpoint();
                CHECKPOINTS.put(process.getKey(), Checkpoint.of(process.getValue()));
            }
            connections = product.database.connections();
            rowsMade = product.database.rows() - rows;
            rehearsed = cache.map(LocalDynamoDb::keys).orElse(List.of());
            changeTheWorld(product);
            processes.forEach((function, process) ->
                    RESTORED.put(function, Restored.of(process, requireNonNull(events.get(function)))));
            kept = cache.map(LocalDynamoDb::keys).orElse(List.of());
        } finally {
            processes.values().forEach(LambdaProcess::close);
        }
    }

    /** With a login of its own, which the function that gave it is then not needed for. */
    private static Map<String, byte[]> events(PackagedProduct product) throws IOException {
        try (LambdaProcess auth = product.start("auth", Map.of())) {
            auth.awaitReady();
            EventFiller filler = new EventFiller((function, event) -> auth.invoke(event));
            Map<String, byte[]> events = new HashMap<>();
            for (Map.Entry<String, String> event : PackagedProduct.EVENTS.entrySet()) {
                events.put(event.getKey(), filler.fill(Files.readString(Path.of("events", event.getValue()))));
            }
            return events;
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start", "METRICS_NAMESPACE", "betterprompts-test"));
        cache.ifPresent(table -> settings.putAll(LocalDynamoDb.settings(table.port())));
        return settings;
    }

    private static void changeTheWorld(PackagedProduct product) {
        product.logInAs("another_login");
        product.secrets.hold(PackagedProduct.SIGNING, "another-signing-secret-that-is-long-enough-for-the-key");
        product.database.restart();
    }

    @AfterAll
    static void stop() {
        cache.ifPresent(LocalDynamoDb::close);
    }

    /** But for the cache, whose first call may take longer than a request would wait while five functions start at once. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void rehearseWithoutTroubleAndCountNothing(String function) {
        String log = at(function).log();

        assertThat(log).contains(" rehearsals took ", "\"start\":\"rehearsal\"");
        assertThat(log.lines())
                .filteredOn(line -> line.contains("\"WARN\"") || line.contains("\"ERROR\""))
                .allMatch(line -> line.contains("the cache does not answer"));
        assertThat(MetricLine.in(log)).isEmpty();
    }

    /** A connection that is in the snapshot is dead in each process that is made from it. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void takeNoConnectionIntoTheSnapshot(String function) {
        assertThat(at(function).connections()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void takeNoSecretIntoTheSnapshot(String function) {
        assertThat(at(function).secrets()).isEmpty();
    }

    @Test
    void leaveTheDatabaseAsItWas() {
        assertThat(connections).isZero();
        assertThat(rowsMade).isZero();
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void answerInAnotherWorld(String function) {
        Restored restored = requireNonNull(RESTORED.get(function));

        assertThat(List.of(restored.first(), restored.second()))
                .extracting(answer -> answer.path("statusCode").asInt())
                .as("%s\n%s", restored.first(), restored.log())
                .containsOnly(200);
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void tellCloudWatchOfTheRestoreOnce(String function) {
        List<MetricLine> lines =
                MetricLine.in(requireNonNull(RESTORED.get(function)).log());

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().values()).containsEntry("function=" + function + " Restores", List.of(1.0));
        assertThat(lines.getLast().values()).doesNotContainKey("function=" + function + " Restores");
        assertThat(lines.getFirst().json().path("ms").isIntegralNumber()).isTrue();
        assertThat(lines.getFirst().json().path("request_id").asString()).isNotEmpty();
    }

    @Test
    void findInTheCacheWhatTheyPutThere() {
        Restored enhance = requireNonNull(RESTORED.get("enhance"));

        assertThat(body(enhance.first()).path("cached").asBoolean(true)).isFalse();
        assertThat(body(enhance.second()).path("cached").asBoolean()).isTrue();
        assertThat(MetricLine.in(enhance.log()).getLast().values())
                .containsEntry("function=enhance CacheHits", List.of(1.0));
    }

    @Test
    @EnabledIf(value = "io.betterprompts.local.LocalDynamoDb#canRun", disabledReason = "DynamoDB Local is for x86_64")
    void keepItInDynamoDb() {
        assertThat(rehearsed)
                .as("what rehearsals charge to nobody")
                .isNotEmpty()
                .noneMatch(SnapshotIT::isEnhancement);
        assertThat(kept).anyMatch(SnapshotIT::isEnhancement);
    }

    private static boolean isEnhancement(String key) {
        return key.startsWith("enhancement:");
    }

    private static Checkpoint at(String function) {
        return requireNonNull(CHECKPOINTS.get(function));
    }

    private static JsonNode body(JsonNode answer) {
        return Json.mapper().readTree(answer.path("body").asString());
    }

    /**
     * A function when its snapshot is taken.
     *
     * @param secrets what is in its memory of them, with what is around it
     */
    private record Checkpoint(String log, List<Connection> connections, List<String> secrets) {

        private static final List<String> SECRETS = List.of("login's password", "a-signing-secret");

        static Checkpoint of(LambdaProcess process) throws IOException {
            return new Checkpoint(process.log(), process.connections(), found(heap(process)));
        }

        private static List<String> found(String heap) {
            return SECRETS.stream()
                    .map(heap::indexOf)
                    .filter(at -> at >= 0)
                    .map(at -> heap.substring(at - 100, at + 100))
                    .toList();
        }

        /** What the process holds on to. */
        private static String heap(LambdaProcess process) throws IOException {
            Path dump = folder.resolve("dump-" + process.pid() + ".hprof");
            process.jcmd("GC.heap_dump", dump.toString());
            String text = Files.readString(dump, StandardCharsets.ISO_8859_1);
            Files.delete(dump);
            return text;
        }
    }

    /** What it answered after the restore, and all that it printed. */
    private record Restored(JsonNode first, JsonNode second, String log) {

        static Restored of(LambdaProcess process, byte[] event) {
            process.restore();
            JsonNode first = Json.mapper().readTree(process.invoke(event));
            JsonNode second = Json.mapper().readTree(process.invoke(event));
            return new Restored(first, second, process.log());
        }
    }
}
