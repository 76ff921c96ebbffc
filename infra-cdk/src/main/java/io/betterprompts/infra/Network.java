package io.betterprompts.infra;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
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
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * A network with no way to the Internet, in or out: two isolated subnets, and endpoints for Secrets Manager and DynamoDB,
 * the two AWS services that functions call. Or one that is there already and has ways to both. What may talk to what is a matter of security groups; a function may open a connection to
 * what lets it in, and to nothing else.
 */
final class Network extends Construct {

    private final IVpc vpc;
    private final SecurityGroup functions;

    Network(Construct scope, String id, Optional<ExistingNetwork> existing) {
        super(scope, id);
        vpc = existing.map(this::found).orElseGet(this::made);
        functions = group("Functions", "The functions");
        if (existing.isEmpty()) {
            secretsManager().getConnections().allowDefaultPortFrom(functions, "Functions read secrets");
            dynamoDb();
        }
        letOutToAws();
    }

    private IVpc made() {
        Vpc made = Vpc.Builder.create(this, "Vpc")
                .maxAzs(2)
                .natGateways(0)
                .restrictDefaultSecurityGroup(false) // that takes a function of CDK's; nothing here is in that group
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        Accepted.finding(
                made, "VPC7", "Only functions, database and endpoints are in it, and no route leads out or in");
        return made;
    }

    /** CDK asks for a zone for each subnet; nothing here makes use of the answer. */
    private IVpc found(ExistingNetwork existing) {
        List<String> zones = IntStream.range(0, existing.subnets().size())
                .mapToObj(i -> Fn.select(i, Fn.getAzs()))
                .toList();
        return Vpc.fromVpcAttributes(
                this,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(existing.vpc())
                        .availabilityZones(zones)
                        .isolatedSubnetIds(existing.subnets())
                        .build());
    }

    /** A route, which costs nothing. */
    private void dynamoDb() {
        vpc.addGatewayEndpoint(
                "DynamoDb",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.DYNAMODB)
                        .subnets(List.of(subnets()))
                        .build());
    }

    /**
     * DynamoDB's addresses have no security group and differ from region to region, so the rule names none; a network made
     * here has no other route that leaves it.
     */
    private void letOutToAws() {
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

    IVpc vpc() {
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
