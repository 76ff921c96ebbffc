package io.betterprompts.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * DynamoDB Local in a process of its own, with the cache's table, behind a wire. Its libraries, which are not passed on, are
 * those that the tests on DynamoDB have.
 */
final class DrilledCache implements AutoCloseable {

    private static final Path LIBRARIES = Path.of("..", "functions", "dynamodb-tests", "target", "lib");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TABLE = "cache";
    private static final Region REGION = Region.EU_CENTRAL_1;

    final FaultyWire wire;
    private final Process process;

    private DrilledCache(Process process, int port) {
        this.process = process;
        this.wire = new FaultyWire(port);
        try (DynamoDbClient client = client(port)) {
            Await.until(PATIENCE, () -> isMade(client) ? client : null);
        }
    }

    /** Empty where the libraries are not there, or SQLite has none for this processor. */
    static Optional<DrilledCache> start(Path folder) {
        boolean isPossible =
                Files.isDirectory(LIBRARIES) && System.getProperty("os.arch").matches("amd64|x86_64");
        return isPossible ? Optional.of(launch(folder)) : Optional.empty();
    }

    private static DrilledCache launch(Path folder) {
        try {
            int port = DrilledPostgres.freePort();
            ProcessBuilder builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            LIBRARIES.toAbsolutePath().normalize() + "/*",
                            "software.amazon.dynamodb.services.local.main.ServerRunner",
                            "-inMemory",
                            "-disableTelemetry",
                            "-port",
                            Integer.toString(port))
                    .directory(Files.createDirectories(folder).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
            return new DrilledCache(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamoDbClient client(int port) {
        return DynamoDbClient.builder()
                .region(REGION)
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("drill", "drill")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static boolean isMade(DynamoDbClient client) {
        try {
            client.createTable(table -> table.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    /** What a server is told to find it, behind the wire. */
    Map<String, String> settings() {
        return Map.of(
                "CACHE_TABLE",
                TABLE,
                "AWS_REGION",
                REGION.id(),
                "AWS_ACCESS_KEY_ID",
                "drill",
                "AWS_SECRET_ACCESS_KEY",
                "drill",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "http://127.0.0.1:" + wire.port());
    }

    @Override
    public void close() {
        wire.close();
        process.destroyForcibly();
    }
}
