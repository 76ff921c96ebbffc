package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerSecretsIT {

    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:signing-AbCdEf";

    private final SecretsManagerStub stub = new SecretsManagerStub();
    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(stub.address())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
    private final Secrets secrets = new SecretsManagerSecrets(client);

    SecretsManagerSecretsIT() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    @Test
    void readsTheTextBehindAnArn() {
        stub.hold(ARN, "some text\n");

        assertThat(secrets.read(ARN)).isEqualTo("some text");
    }

    @Test
    void readsARotatedSecretAnew() {
        stub.hold(ARN, "old");
        secrets.read(ARN);
        stub.hold(ARN, "new");

        assertThat(secrets.read(ARN)).isEqualTo("new");
    }

    @Test
    void namesTheSecretThatIsMissing() {
        assertThatThrownBy(() -> secrets.read(ARN))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining(ARN)
                .hasMessageContaining("ResourceNotFound");
    }

    @Test
    void refusesASecretOfBytes() {
        stub.holdBytes(ARN);

        assertThatThrownBy(() -> secrets.read(ARN))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("holds no text");
    }

    @Test
    void knowsTheArnsOfEachPartition() {
        assertThat(ARN).matches(SecretsManagerSecrets::holds);
        assertThat(ARN.replace("aws:", "aws-us-gov:")).matches(SecretsManagerSecrets::holds);
        assertThat("arn:aws:s3:::bucket").matches(other -> !SecretsManagerSecrets.holds(other));
    }
}
