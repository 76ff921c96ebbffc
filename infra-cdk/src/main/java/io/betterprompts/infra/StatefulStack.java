package io.betterprompts.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What must not be lost: the database, its network, and the secret that access tokens are signed with. */
final class StatefulStack extends Stack {

    private final Network network;
    private final Database database;
    private final Secret signingSecret;

    StatefulStack(Construct scope, Deployment deployment) {
        super(scope, deployment.name("stateful"), deployment.stack("stateful", "network, database and secrets"));
        network = new Network(this, "Network");
        database = new Database(this, "Database", network, deployment.size());
        signingSecret = Secret.Builder.create(this, "SigningSecret")
                .description("The signing key of access tokens is derived from this; read by auth alone")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(deployment.size().keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    Network network() {
        return network;
    }

    Database database() {
        return database;
    }

    Secret signingSecret() {
        return signingSecret;
    }
}
