package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import io.betterprompts.lambda.LambdaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packaged functions as SnapStart treats them: started, brought to the point at which the snapshot is taken, and restored
 * into a world where the database was restarted, its login changed and the signing secret replaced.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class SnapshotIT {

    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    @TempDir
    private static Path folder;

    private static PackagedProduct product;
    private static int logins;

    @BeforeAll
    static void start() {
        product = new PackagedProduct(folder);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @CsvSource({
        "auth, POST /api/v1/auth/register, 201",
        "enhance, GET /api/v1/health/ready, 200",
        "settings, GET /api/v1/settings, 401"
    })
    void isRestoredIntoAnotherWorld(String function, String route, int status) throws IOException {
        long rows = product.database.rows();
        try (LambdaProcess process = product.start(function, SNAP_START)) {
            process.awaitCheckpoint();

            assertThat(process.log()).contains(" rehearsals took ").doesNotContain("\"WARN\"");
            assertThat(product.database.connections()).isZero();
            assertThat(product.database.rows()).isEqualTo(rows);
            assertThat(around(List.of("login's password", "a-signing-secret"), heap(process)))
                    .isEmpty();

            product.logInAs("login_" + ++logins + "_login");
            product.secrets.hold(PackagedProduct.SIGNING, "another-signing-secret-that-is-long-enough-for-the-key");
            product.database.restart();
            process.restore();
            byte[] answer = process.invoke(event(route));

            assertThat(Json.mapper().readTree(answer).path("statusCode").asInt())
                    .as("%s\n%s", new String(answer, StandardCharsets.UTF_8), process.log())
                    .isEqualTo(status);
        }
    }

    /** Where the texts are in it. */
    private static List<String> around(List<String> texts, String heap) {
        return texts.stream()
                .map(heap::indexOf)
                .filter(at -> at >= 0)
                .map(at -> heap.substring(at - 100, at + 100))
                .toList();
    }

    /** What the process holds on to. */
    private static String heap(LambdaProcess process) throws IOException {
        Path dump = folder.resolve("dump-" + process.pid() + ".hprof");
        int code;
        try {
            code = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.heap_dump",
                            dump.toString())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(code).isZero();
        String text = Files.readString(dump, StandardCharsets.ISO_8859_1);
        Files.delete(dump);
        return text;
    }

    private static byte[] event(String route) {
        String[] parts = route.split(" ", 2);
        return """
            {"version": "2.0", "routeKey": "%1$s", "rawPath": "%3$s", "rawQueryString": "",
             "headers": {"content-type": "application/json"},
             "requestContext": {"requestId": "1", "http": {"method": "%2$s", "path": "%3$s", "sourceIp": "203.0.113.7"}},
             "body": "{\\"email\\": \\"a@example.com\\", \\"username\\": \\"somebody\\", \\"password\\": \\"correct horse battery\\"}",
             "isBase64Encoded": false}
            """.formatted(route, parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
    }
}
