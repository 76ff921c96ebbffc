package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The key that database, secrets, cache, logs and alarms are encrypted with. AWS renews it once a year; what was encrypted
 * before stays readable, as long as the key is not deleted, which is why it stays when its stack goes.
 */
final class DataKey extends Construct {

    private final IKey byArn;

    DataKey(Construct scope, String id, Deployment deployment) {
        super(scope, id);
        Key key = Key.Builder.create(this, "Key")
                .description("BetterPrompts " + deployment.size().id() + ": data, secrets and logs")
                .alias(deployment.name("data"))
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        key.addToResourcePolicy(forLogs());
        key.addToResourcePolicy(forAlarms());
        byArn = Key.fromKeyArn(this, "ByArn", key.getKeyArn());
    }

    /**
     * By its ARN, so that CDK does not write roles of other stacks, which come after this one, into its policy. {@link
     * KeyUse} writes into the roles.
     */
    IKey key() {
        return byArn;
    }

    /** For the logs of this account and region alone. */
    private PolicyStatement forLogs() {
        Stack stack = Stack.of(this);
        String logs = stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .actions(List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", logs)))
                .build();
    }

    /** An alarm that may not use the key of its topic reaches nobody. */
    private PolicyStatement forAlarms() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build();
    }
}
