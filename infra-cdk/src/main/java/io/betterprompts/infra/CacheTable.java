package io.betterprompts.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** What the functions share for a while. Nothing in it is the only copy of anything, so no size keeps it. */
final class CacheTable extends Construct {

    private final Table table;
    private final @Nullable IKey key;

    /** @param key AWS's own if there is none */
    CacheTable(Construct scope, String id, @Nullable IKey key) {
        super(scope, id);
        this.key = key;
        Table.Builder builder = Table.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("pk")
                        .type(AttributeType.STRING)
                        .build())
                .timeToLiveAttribute("ends")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .removalPolicy(RemovalPolicy.DESTROY);
        if (key != null) {
            builder.encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key);
        }
        table = builder.build();
        Accepted.finding(table, "DDB3", "Nothing in it is worth a backup: it is the only copy of nothing");
    }

    String name() {
        return table.getTableName();
    }

    /** One item at a time: whoever may use it can neither list what is in it nor change the table. */
    void grantUse(IGrantable user) {
        table.grant(user, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");
        KeyUse.toUseTables(key, user);
    }
}
