package io.betterprompts.common.secret;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Secrets in AWS Secrets Manager, named by their ARN. */
final class SecretsManagerSecrets implements Secrets {

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:secretsmanager:[^:]+:\\d{12}:secret:.+");

    /** Within the five seconds a request waits for a database connection. */
    private static final Duration WHOLE_CALL = Duration.ofSeconds(4);

    private static final Duration ONE_ATTEMPT = Duration.ofMillis(1500);

    private final SecretsManagerClient client;

    SecretsManagerSecrets(SecretsManagerClient client) {
        this.client = client;
    }

    /** With the region and the credentials that Lambda gives a function. */
    static Secrets ofThisRegion() {
        return new SecretsManagerSecrets(SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(ONE_ATTEMPT)
                        .socketTimeout(ONE_ATTEMPT))
                .overrideConfiguration(o -> o.apiCallTimeout(WHOLE_CALL))
                .build());
    }

    static boolean holds(String reference) {
        return ARN.matcher(reference).matches();
    }

    @Override
    public String read(String reference) {
        return text(reference)
                .orElseThrow(() -> new SecretUnavailable("the secret " + reference + " holds no text"))
                .strip();
    }

    private Optional<String> text(String reference) {
        try {
            GetSecretValueResponse response = client.getSecretValue(request -> request.secretId(reference));
            return Optional.ofNullable(response.secretString());
        } catch (SdkException e) {
            throw new SecretUnavailable(
                    "cannot read the secret " + reference + ": " + e.getClass().getSimpleName());
        }
    }
}
