package io.betterprompts.common.cache;

import io.betterprompts.common.localstack.LocalStack;
import io.betterprompts.common.testkit.MutableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract over HTTP. */
@EnabledIf(value = "io.betterprompts.common.localstack.LocalStack#canRun", disabledReason = "there is no Docker")
class LocalStackIT extends CacheContract {

    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        client = LocalStack.client(DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()));
        CacheTable.create(client);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected Cache cache(MutableClock clock) {
        return new DynamoCache(client, CacheTable.NAME, clock);
    }
}
