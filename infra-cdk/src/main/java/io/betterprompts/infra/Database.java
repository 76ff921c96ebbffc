package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;

/** PostgreSQL 17, encrypted on disk and on the wire. Its login is made by AWS and stands only in Secrets Manager. */
final class Database extends Construct {

    private static final String NAME = "betterprompts";

    /** No minor version: AWS keeps that current, and a template that named an older one could not be deployed again. */
    private static final IInstanceEngine ENGINE = DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
            .version(PostgresEngineVersion.VER_17)
            .build());

    private final DatabaseSecret login;
    private final DatabaseInstance instance;

    Database(Construct scope, String id, Network network, DeploymentSize size) {
        super(scope, id);
        RemovalPolicy removal = size.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        SecurityGroup group = network.group("Database", "The database");
        group.addIngressRule(network.functions(), Port.tcp(5432), "Functions open connections");
        network.functions().addEgressRule(group, Port.tcp(5432), "Functions open connections");
        login = DatabaseSecret.Builder.create(this, "Login").username(NAME).build();
        login.applyRemovalPolicy(removal);
        instance = DatabaseInstance.Builder.create(this, "Instance")
                .engine(ENGINE)
                .instanceType(new InstanceType(size.database().instance()))
                .multiAz(size.database().isMultiAz())
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(group))
                .publiclyAccessible(false)
                .databaseName(NAME)
                .credentials(Credentials.fromSecret(login))
                .parameters(Map.of("rds.force_ssl", "1"))
                .storageEncrypted(true)
                .storageType(StorageType.GP3)
                .allocatedStorage(size.database().storageGb())
                .maxAllocatedStorage(size.database().maxStorageGb())
                .backupRetention(Duration.days(size.database().backupDays()))
                .deleteAutomatedBackups(!size.keepsData())
                .copyTagsToSnapshot(true)
                .deletionProtection(size.keepsData())
                .removalPolicy(removal)
                .build();
    }

    /** A JDBC URL. The functions ask for encryption; that the server is the right one, the network makes sure of. */
    String url() {
        return "jdbc:postgresql://" + instance.getDbInstanceEndpointAddress() + ":"
                + instance.getDbInstanceEndpointPort() + "/" + NAME + "?sslmode=require";
    }

    String loginArn() {
        return login.getSecretArn();
    }

    void grantLogin(IGrantable reader) {
        login.grantRead(reader);
    }
}
