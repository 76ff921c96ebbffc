package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The contract on a stub in this process. */
class SecretsManagerSecretsIT extends SecretsContract {

    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:";

    private final SecretsManagerStub stub = new SecretsManagerStub();
    private final SecretsManagerClient client = client(stub.address(), Region.EU_CENTRAL_1, "key", "secret");

    SecretsManagerSecretsIT() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    @Override
    protected SecretsManagerClient client() {
        return client;
    }

    @Override
    protected String hold(String text) {
        String arn = ARN + UUID.randomUUID();
        stub.hold(arn, text);
        return arn;
    }

    @Override
    protected void rotate(String arn, String text) {
        stub.hold(arn, text);
    }

    @Override
    protected String holdBytes() {
        String arn = ARN + UUID.randomUUID();
        stub.holdBytes(arn);
        return arn;
    }

    @Test
    void knowsTheArnsOfEachPartition() {
        assertThat(ARN + "signing-AbCdEf").matches(SecretsManagerSecrets::holds);
        assertThat(ARN.replace("aws:", "aws-us-gov:") + "signing-AbCdEf").matches(SecretsManagerSecrets::holds);
        assertThat("arn:aws:s3:::bucket").matches(other -> !SecretsManagerSecrets.holds(other));
    }
}
