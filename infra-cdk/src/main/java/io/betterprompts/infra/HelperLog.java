package io.betterprompts.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The log of a function that CDK brings along, and that runs during deployments. By itself it would write to one that Lambda
 * makes for it, that is kept for ever, and that stays when the stack is gone.
 */
final class HelperLog extends Construct {

    private final LogGroup group;

    /**
     * @param work what the function does, for the log's name
     * @param key that the log is encrypted with
     */
    HelperLog(Construct scope, String id, String work, Deployment deployment, @Nullable IKey key) {
        super(scope, id);
        group = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/lambda/" + deployment.name("cdk-" + work))
                .retention(deployment.size().logRetention())
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    LogGroup group() {
        return group;
    }

    /** For a function whose construct takes no log. */
    void keepsThatOf(CfnResource function) {
        function.addPropertyOverride("LoggingConfig.LogGroup", group.getLogGroupName());
    }
}
