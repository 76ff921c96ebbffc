package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Leave to use the deployment's key, only by way of the service that keeps what is encrypted with it. CDK would write that
 * into the key's policy, which names roles of stacks that come later; here it goes into the role.
 */
final class KeyUse {

    private static final List<String> READ = List.of("kms:Decrypt");

    private static final List<String> READ_AND_WRITE = List.of(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo");

    private KeyUse() {}

    /** @param key none where AWS's own is used, which needs no leave */
    static void toReadSecrets(@Nullable IKey key, IGrantable user) {
        grant(key, user, "secretsmanager", READ);
    }

    /** What DynamoDB's documentation asks for whoever reads and writes items. */
    static void toUseTables(@Nullable IKey key, IGrantable user) {
        grant(key, user, "dynamodb", READ_AND_WRITE);
    }

    private static void grant(@Nullable IKey key, IGrantable user, String service, List<String> actions) {
        if (key == null) {
            return;
        }
        String through = service + "." + Stack.of(key).getRegion() + ".amazonaws.com";
        user.getGrantPrincipal()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(actions)
                        .resources(List.of(key.getKeyArn()))
                        .conditions(Map.of("StringEquals", Map.of("kms:ViaService", through)))
                        .build());
    }
}
