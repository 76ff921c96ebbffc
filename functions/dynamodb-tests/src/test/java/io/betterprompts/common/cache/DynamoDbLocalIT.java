package io.betterprompts.common.cache;

import io.betterprompts.common.testkit.MutableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The contract on AWS's own DynamoDB Local, in this process. */
@EnabledOnOs(
        architectures = {"amd64", "x86_64"},
        disabledReason = "DynamoDB Local brings SQLite for this processor only")
class DynamoDbLocalIT extends CacheContract {

    private static AmazonDynamoDBLocal local;

    @BeforeAll
    static void start() {
        local = DynamoDBEmbedded.create();
        CacheTable.create(local.dynamoDbClient());
    }

    @AfterAll
    static void stop() {
        local.shutdownNow();
    }

    @Override
    protected Cache cache(MutableClock clock) {
        return new DynamoCache(local.dynamoDbClient(), CacheTable.NAME, clock);
    }
}
