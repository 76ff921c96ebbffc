package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;

/**
 * PostgreSQL 17, encrypted on disk and on the wire, with or without a proxy that keeps connections open for the functions.
 * Its login is made by AWS and stands only in Secrets Manager.
 */
final class Database extends Construct {

    private static final String NAME = "betterprompts";
    private static final Port PORT = Port.tcp(5432);

    /** No minor version: AWS keeps that current, and a template that named an older one could not be deployed again. */
    private static final IInstanceEngine ENGINE = DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
            .version(PostgresEngineVersion.VER_17)
            .build());

    private final @Nullable IKey key;
    private final DatabaseSecret login;
    private final DatabaseInstance instance;
    private final String host;

    Database(Construct scope, String id, Network network, Deployment deployment, @Nullable IKey key) {
        super(scope, id);
        this.key = key;
        SecurityGroup group = network.group("Database", "The database");
        login = login("Login", deployment);
        instance = instance(network, group, deployment);
        Accepted.finding(instance, "RDS11", "Nothing but the functions and the proxy can reach it, whatever its port");
        if (!deployment.size().keepsData()) {
            Accepted.finding(instance, "RDS3", "A deployment to try things spares the second instance");
            Accepted.finding(instance, "RDS10", "A deployment to try things is deleted with all that is in it");
        }
        if (deployment.options().databaseProxy()) {
            SecurityGroup before = network.group("Proxy", "The proxy before the database");
            letIn(network.functions(), before, "Functions open connections");
            host = proxy(network, before, deployment).getEndpoint(); // it brings its way to the database itself
        } else {
            letIn(network.functions(), group, "Functions open connections");
            host = instance.getDbInstanceEndpointAddress();
        }
    }

    private static void letIn(SecurityGroup from, SecurityGroup to, String description) {
        to.addIngressRule(from, PORT, description);
        from.addEgressRule(to, PORT, description);
    }

    private DatabaseSecret login(String id, Deployment deployment) {
        DatabaseSecret secret = DatabaseSecret.Builder.create(this, id)
                .username(NAME)
                .encryptionKey(key)
                .build();
        secret.applyRemovalPolicy(removal(deployment.size()));
        Accepted.finding(
                secret, "SMG4", "Its owner changes it: a function of AWS's for that would need a way into the network");
        return secret;
    }

    private DatabaseInstance instance(Network network, SecurityGroup group, Deployment deployment) {
        DeploymentSize size = deployment.size();
        return DatabaseInstance.Builder.create(this, "Instance")
                .engine(ENGINE)
                .instanceType(new InstanceType(deployment
                        .options()
                        .databaseInstance()
                        .orElse(size.database().instance())))
                .multiAz(size.database().isMultiAz())
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(group))
                .publiclyAccessible(false)
                .databaseName(NAME)
                .credentials(Credentials.fromSecret(login))
                .parameters(Map.of("rds.force_ssl", "1"))
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .storageType(StorageType.GP3)
                .allocatedStorage(size.database().storageGb())
                .maxAllocatedStorage(size.database().maxStorageGb())
                .backupRetention(Duration.days(size.database().backupDays()))
                .deleteAutomatedBackups(!size.keepsData())
                .copyTagsToSnapshot(true)
                .deletionProtection(size.keepsData())
                .removalPolicy(removal(size))
                .build();
    }

    private DatabaseProxy proxy(Network network, SecurityGroup group, Deployment deployment) {
        return DatabaseProxy.Builder.create(this, "Proxy")
                .dbProxyName(deployment.name("proxy"))
                .proxyTarget(ProxyTarget.fromInstance(instance))
                .secrets(List.of(login))
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(group))
                .requireTls(true)
                .build();
    }

    private static RemovalPolicy removal(DeploymentSize size) {
        return size.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }

    /** A JDBC URL. The functions ask for encryption; that the server is the right one, the network makes sure of. */
    String url() {
        return "jdbc:postgresql://" + host + ":5432/" + NAME + "?sslmode=require";
    }

    String loginArn() {
        return login.getSecretArn();
    }

    void grantLogin(IGrantable reader) {
        login.grantRead(reader);
        KeyUse.toReadSecrets(key, reader);
    }

    DatabaseInstance instance() {
        return instance;
    }
}
