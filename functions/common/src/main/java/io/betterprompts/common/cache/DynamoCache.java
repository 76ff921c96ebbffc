package io.betterprompts.common.cache;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A DynamoDB table with the key {@code pk} and its TTL on {@code ends}. DynamoDB deletes hours late, so whoever reads
 * looks at {@code ends}; texts stand in {@code text}, counters in {@code count}.
 *
 * <p>It throws {@link CacheUnavailable}; {@link FailsafeCache} stands before it.
 */
final class DynamoCache implements Cache {

    /** A cache that takes longer than this is no help; so long may it hold up a request. */
    static final Duration WHOLE_CALL = Duration.ofMillis(300);

    /** More callers than this meet at one counter only when it is attacked, and then one of them may be refused. */
    private static final int TRIES = 3;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    DynamoCache(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** With the region and the credentials that Lambda gives a function. */
    static DynamoDbClient clientOfThisRegion() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(WHOLE_CALL)
                        .socketTimeout(WHOLE_CALL))
                .overrideConfiguration(o -> o.apiCallTimeout(WHOLE_CALL).retryStrategy(retry -> retry.maxAttempts(2)))
                .build();
    }

    @Override
    public Optional<String> get(String key) {
        Map<String, AttributeValue> item =
                call(() -> client.getItem(request -> request.tableName(table).key(key(key)))
                        .item());
        return isOver(item)
                ? Optional.empty()
                : Optional.ofNullable(item.get("text")).map(AttributeValue::s);
    }

    @Override
    public void put(String key, String text, Duration keep) {
        if (isTooLarge(text)) {
            remove(key);
            return;
        }
        call(() -> client.putItem(request -> request.tableName(table).item(item(key, text, keep))));
    }

    @Override
    public boolean putIfAbsent(String key, String text, Duration keep) {
        if (isTooLarge(text)) {
            return false;
        }
        return call(() -> {
            try {
                client.putItem(request -> request.tableName(table)
                        .item(item(key, text, keep))
                        .conditionExpression("attribute_not_exists(pk) or ends <= :now")
                        .expressionAttributeValues(Map.of(":now", number(now()))));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    @Override
    public Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Count> count = call(() -> tryToAdd(key, amount, bounds, keep));
            if (count.isPresent()) {
                return count;
            }
        }
        return Optional.of(new Count(false, bounds.ceiling()));
    }

    /** One update where the counter stands above its floor, a second where it does not. Empty if others came between. */
    private Optional<Count> tryToAdd(String key, long amount, Bounds bounds, Duration keep) {
        long most = bounds.ceiling() - amount;
        try {
            return Optional.of(added(raise(key, amount, bounds.floor(), most, keep), bounds));
        } catch (ConditionalCheckFailedException e) {
            long value = standing(e.item(), bounds);
            return value > most ? Optional.of(new Count(false, value)) : restart(key, amount, bounds, keep);
        }
    }

    private Optional<Count> restart(String key, long amount, Bounds bounds, Duration keep) {
        try {
            return Optional.of(added(start(key, amount, bounds, keep), bounds));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private static Count added(long value, Bounds bounds) {
        return new Count(true, Math.max(value, bounds.floor()));
    }

    private long raise(String key, long amount, long floor, long most, Duration keep) {
        return update(request(key)
                .updateExpression("set #count = #count + :amount, ends = :ends")
                .conditionExpression("#count >= :floor and #count <= :most and ends > :now")
                .expressionAttributeValues(values(
                        keep, Map.of(":amount", number(amount), ":floor", number(floor), ":most", number(most)))));
    }

    private long start(String key, long amount, Bounds bounds, Duration keep) {
        return update(request(key)
                .updateExpression("set #count = :value, ends = :ends")
                .conditionExpression(
                        "attribute_not_exists(#count) or #count < :floor or #count > :farthest or ends <= :now")
                .expressionAttributeValues(values(
                        keep,
                        Map.of(
                                ":value", number(bounds.floor() + amount),
                                ":floor", number(bounds.floor()),
                                ":farthest", number(bounds.farthest())))));
    }

    private UpdateItemRequest.Builder request(String key) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(key))
                .expressionAttributeNames(Map.of("#count", "count"))
                .returnValues(ReturnValue.UPDATED_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    private Map<String, AttributeValue> values(Duration keep, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> values = new HashMap<>(more);
        values.put(":now", number(now()));
        values.put(":ends", number(end(keep)));
        return values;
    }

    private long update(UpdateItemRequest.Builder request) {
        return count(client.updateItem(request.build()).attributes()).orElseThrow();
    }

    /** What a counter is worth: its floor, where it is lower, over, not there, or of other bounds altogether. */
    private long standing(Map<String, AttributeValue> item, Bounds bounds) {
        long value = isOver(item) ? bounds.floor() : count(item).orElse(bounds.floor());
        return value > bounds.farthest() ? bounds.floor() : Math.max(value, bounds.floor());
    }

    @Override
    public void remove(String key) {
        call(() -> client.deleteItem(request -> request.tableName(table).key(key(key))));
    }

    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new CacheUnavailable(e);
        }
    }

    private static boolean isTooLarge(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > LARGEST;
    }

    private Map<String, AttributeValue> item(String key, String text, Duration keep) {
        return Map.of("pk", AttributeValue.fromS(key), "text", AttributeValue.fromS(text), "ends", number(end(keep)));
    }

    private boolean isOver(Map<String, AttributeValue> item) {
        AttributeValue ends = item.get("ends");
        return ends == null || Long.parseLong(ends.n()) <= now();
    }

    private static Optional<Long> count(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("count")).map(value -> Long.valueOf(value.n()));
    }

    private static Map<String, AttributeValue> key(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private long end(Duration keep) {
        return clock.instant().plus(keep).getEpochSecond();
    }
}
