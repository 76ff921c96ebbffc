package io.betterprompts.infra;

import java.util.List;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A network with no way to the Internet, in or out: two isolated subnets, and endpoints for Secrets Manager and DynamoDB,
 * the two AWS services that functions call. What may talk to what is a matter of security groups; a function may open a connection to
 * what lets it in, and to nothing else.
 */
final class Network extends Construct {

    private final Vpc vpc;
    private final SecurityGroup functions;

    Network(Construct scope, String id) {
        super(scope, id);
        vpc = Vpc.Builder.create(this, "Vpc")
                .maxAzs(2)
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        functions = group("Functions", "The functions");
        secretsManager().getConnections().allowDefaultPortFrom(functions, "Functions read secrets");
        letOutToDynamoDb();
    }

    /**
     * The endpoint is a route and costs nothing. Its addresses have no security group and differ from region to region,
     * so the rule names none; the subnets have no other route that leaves the network.
     */
    private void letOutToDynamoDb() {
        vpc.addGatewayEndpoint(
                "DynamoDb",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.DYNAMODB)
                        .subnets(List.of(subnets()))
                        .build());
        functions.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "Functions use the cache");
    }

    /** A security group that lets nothing in or out until it is told to. */
    SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    private InterfaceVpcEndpoint secretsManager() {
        return vpc.addInterfaceEndpoint(
                "SecretsManager",
                InterfaceVpcEndpointOptions.builder()
                        .service(InterfaceVpcEndpointAwsService.SECRETS_MANAGER)
                        .securityGroups(List.of(group("Endpoint", "The endpoint of Secrets Manager")))
                        .open(false)
                        .build());
    }

    Vpc vpc() {
        return vpc;
    }

    SubnetSelection subnets() {
        return SubnetSelection.builder()
                .subnets(List.<ISubnet>copyOf(vpc.getIsolatedSubnets()))
                .build();
    }

    /** The group that every function is in. */
    SecurityGroup functions() {
        return functions;
    }
}
