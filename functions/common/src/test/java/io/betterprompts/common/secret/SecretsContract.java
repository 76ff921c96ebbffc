package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What reading from Secrets Manager promises, of whatever answers as Secrets Manager does. */
abstract class SecretsContract {

    /** An ARN that nothing is behind. */
    private static final String NOTHING = "arn:aws:secretsmanager:us-east-1:000000000000:secret:nothing-AbCdEf";

    /** Speaks to the service that is tested. */
    protected abstract SecretsManagerClient client();

    /** Keeps a text and returns its ARN. */
    protected abstract String hold(String text);

    /** Keeps another text under an ARN. */
    protected abstract void rotate(String arn, String text);

    /** Keeps what is no text and returns its ARN. */
    protected abstract String holdBytes();

    private Secrets secrets() {
        return new SecretsManagerSecrets(client());
    }

    static SecretsManagerClient client(URI endpoint, Region region, String accessKey, String secretKey) {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    @Test
    void readsTheTextBehindAnArn() {
        assertThat(secrets().read(hold("some text\n"))).isEqualTo("some text");
    }

    @Test
    void readsARotatedSecretAnew() {
        Secrets secrets = secrets();
        String arn = hold("old");
        secrets.read(arn);
        rotate(arn, "new");

        assertThat(secrets.read(arn)).isEqualTo("new");
    }

    @Test
    void knowsTheArnThatAServiceGivesForOneOfItsOwn() {
        assertThat(hold("any")).matches(SecretsManagerSecrets::holds);
    }

    @Test
    void namesTheSecretThatIsMissing() {
        assertThatThrownBy(() -> secrets().read(NOTHING))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining(NOTHING)
                .hasMessageContaining("ResourceNotFound");
    }

    @Test
    void refusesASecretOfBytes() {
        String arn = holdBytes();

        assertThatThrownBy(() -> secrets().read(arn))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("holds no text");
    }
}
