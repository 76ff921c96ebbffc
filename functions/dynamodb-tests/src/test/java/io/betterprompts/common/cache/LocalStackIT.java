package io.betterprompts.common.cache;

import io.betterprompts.common.testkit.MutableClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract over HTTP, on the last LocalStack that runs without an account. */
@EnabledIf(value = "hasDocker", disabledReason = "there is no Docker")
class LocalStackIT extends CacheContract {

    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static LocalStackContainer container;
    private static DynamoDbClient client;

    static boolean hasDocker() {
        boolean found = DockerClientFactory.instance().isDockerAvailable();
        if (!found) {
            System.err.println("SKIPPED: there is no Docker, so the cache was not tested on LocalStack");
        }
        return found;
    }

    @BeforeAll
    static void start() {
        container = new LocalStackContainer(IMAGE).withServices("dynamodb");
        Optional.ofNullable(System.getenv("LOCALSTACK_AUTH_TOKEN"))
                .ifPresent(token -> container.withEnv("LOCALSTACK_AUTH_TOKEN", token));
        container.start();
        client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
                .build();
        CacheTable.create(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        container.stop();
    }

    @Override
    protected Cache cache(MutableClock clock) {
        return new DynamoCache(client, CacheTable.NAME, clock);
    }
}
