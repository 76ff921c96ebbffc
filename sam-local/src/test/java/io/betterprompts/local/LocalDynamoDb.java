package io.betterprompts.local;

import io.betterprompts.common.cache.CacheTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** AWS's DynamoDB Local with the cache's table, in a process of its own, as its many libraries are not for ours. */
public final class LocalDynamoDb implements AutoCloseable {

    /** Copied there when the tests that have it among their libraries are compiled. */
    private static final Path LIBRARIES = Path.of("..", "functions", "dynamodb-tests", "target", "lib");

    private static final String LOG = "log";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Region REGION = Region.EU_CENTRAL_1;

    /** It takes any. */
    private static final AwsBasicCredentials LOGIN = AwsBasicCredentials.create("test", "test");

    private final int port;
    private final Process process;
    private final Path log;
    private final DynamoDbClient client;

    private LocalDynamoDb(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
        client = DynamoDbClient.builder()
                .endpointOverride(URI.create(address(port)))
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(LOGIN))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /**
     * Does not wait until it can be used.
     *
     * @param folder for what it prints and leaves behind
     */
    public static LocalDynamoDb start(Path folder) {
        try {
            int port = freePort();
            return new LocalDynamoDb(port, start(Files.createDirectories(folder), port), folder.resolve(LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it, and makes the table. */
    public void makeTable() {
        try {
            awaitPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CacheTable.create(client);
    }

    /** It brings SQLite for this processor only. */
    public static boolean canRun() {
        return List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        LIBRARIES.toAbsolutePath().normalize() + "/*",
                        "software.amazon.dynamodb.services.local.main.ServerRunner",
                        "-inMemory",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile());
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.start();
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException(Files.readString(log), e);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /**
     * What a function is told so that its cache is here.
     *
     * @param port its own, or that of what stands before it
     */
    public static Map<String, String> settings(int port) {
        return Map.of(
                "CACHE_TABLE",
                CacheTable.NAME,
                "AWS_REGION",
                REGION.id(),
                "AWS_ACCESS_KEY_ID",
                LOGIN.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                LOGIN.secretAccessKey(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                address(port));
    }

    /** The keys of all that is in the cache. */
    List<String> keys() {
        return client.scan(request -> request.tableName(CacheTable.NAME)).items().stream()
                .map(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s())
                .toList();
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
