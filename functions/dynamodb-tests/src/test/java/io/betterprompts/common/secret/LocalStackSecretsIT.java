package io.betterprompts.common.secret;

import io.betterprompts.common.localstack.LocalStack;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The contract on what others made of Secrets Manager. */
@EnabledIf(value = "io.betterprompts.common.localstack.LocalStack#canRun", disabledReason = "there is no Docker")
class LocalStackSecretsIT extends SecretsContract {

    private static SecretsManagerClient client;

    @BeforeAll
    static void start() {
        client = LocalStack.client(SecretsManagerClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected SecretsManagerClient client() {
        return client;
    }

    @Override
    protected String hold(String text) {
        return client.createSecret(secret -> secret.name(name()).secretString(text))
                .arn();
    }

    @Override
    protected void rotate(String arn, String text) {
        client.putSecretValue(value -> value.secretId(arn).secretString(text));
    }

    @Override
    protected String holdBytes() {
        return client.createSecret(
                        secret -> secret.name(name()).secretBinary(SdkBytes.fromByteArray(new byte[] {0, 1, 2})))
                .arn();
    }

    private static String name() {
        return "secret-" + UUID.randomUUID();
    }
}
