package io.betterprompts.infra;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * What a new version of the functions leaves alone: the network, the key, the database, the cache, and the secret that access
 * tokens are signed with.
 */
final class StatefulStack extends Stack {

    private final @Nullable IKey key;
    private final Network network;
    private final Database database;
    private final CacheTable cache;
    private final Secret signingSecret;
    private final @Nullable Secret edgeSecret;

    StatefulStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.name("stateful"),
                deployment
                        .stack("stateful", "network, database, cache and secrets")
                        .terminationProtection(deployment.size().keepsData())
                        .build());
        key = deployment.size().hasOwnKey() ? new DataKey(this, "DataKey", deployment).key() : null;
        network = new Network(this, "Network", deployment.options().network());
        database = new Database(this, "Database", network, deployment, key);
        cache = new CacheTable(this, "Cache", key);
        signingSecret = secret(
                "SigningSecret",
                "The signing key of access tokens is derived from this; read by auth alone",
                deployment);
        Accepted.finding(
                signingSecret,
                "SMG4",
                "Its owner puts a new one in; auth takes that over and still accepts the old key");
        edgeSecret = deployment.options().edge().cloudFront() ? edgeSecret(deployment) : null;
    }

    private Secret edgeSecret(Deployment deployment) {
        Secret secret =
                secret("EdgeSecret", "By this the functions know that a request came through CloudFront", deployment);
        Accepted.finding(secret, "SMG4", "CloudFront takes another one only with a deployment");
        return secret;
    }

    private Secret secret(String id, String description, Deployment deployment) {
        return Secret.Builder.create(this, id)
                .description(description)
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(deployment.size().keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    /** What logs and alarms are encrypted with, too; AWS's own keys if there is none. */
    @Nullable
    IKey key() {
        return key;
    }

    Network network() {
        return network;
    }

    Database database() {
        return database;
    }

    CacheTable cache() {
        return cache;
    }

    String signingSecretArn() {
        return signingSecret.getSecretArn();
    }

    /** What CloudFront shows the functions; none where it does not stand before them. */
    Optional<Secret> edgeSecret() {
        return Optional.ofNullable(edgeSecret);
    }

    void grantEdgeSecret(IGrantable reader) {
        if (edgeSecret != null) {
            edgeSecret.grantRead(reader);
            KeyUse.toReadSecrets(key, reader);
        }
    }

    void grantSigningSecret(IGrantable reader) {
        signingSecret.grantRead(reader);
        KeyUse.toReadSecrets(key, reader);
    }
}
