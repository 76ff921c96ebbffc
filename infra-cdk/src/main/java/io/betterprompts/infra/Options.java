package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that one deployment has chosen. What does not go together is refused here, before a template is made of it.
 *
 * @param region where to; the one the AWS credentials are set up for if it is not given
 * @param databaseInstance the RDS instance type, if not the size's
 * @param alarmEmail who is told of alarms
 */
record Options(
        DeploymentSize size,
        Optional<String> region,
        Optional<ExistingNetwork> network,
        boolean databaseProxy,
        Optional<String> databaseInstance,
        Edge edge,
        Optional<Domain> domain,
        Optional<String> alarmEmail,
        FunctionSettings functions) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final String ID = "(?:[0-9a-f]{17}|[0-9a-f]{8})";
    private static final Pattern VPC = Pattern.compile("vpc-" + ID);
    private static final Pattern SUBNET = Pattern.compile("subnet-" + ID);
    private static final Pattern INSTANCE = Pattern.compile("[a-z0-9]+\\.[a-z0-9]+");
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+\\.)+[a-z]{2,}");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]+");
    private static final Pattern ZONE = Pattern.compile("Z[A-Z0-9]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    Options {
        if (edge.firewall() && region.isEmpty()) {
            throw new UnusableOption(
                    "firewall needs region: CloudFront's firewall is in us-east-1, wherever the rest is; region=eu-central-1 says where");
        }
        if (alarmEmail.isPresent() && !size.isWatched()) {
            throw new UnusableOption("alarm-email needs size=prod: " + size.id() + " has no alarms");
        }
        domain.ifPresent(d -> refuseStrangeCertificate(d, edge, region));
    }

    /** @param context CDK's; paths in it are relative to the repository's folder */
    static Options from(Map<String, ?> context, Contract contract, Path repository) {
        GivenOptions given = GivenOptions.in(context);
        DeploymentSize size = size(given);
        return new Options(
                size,
                given.text(Option.REGION, REGION, "eu-central-1"),
                network(given),
                given.flag(Option.DATABASE_PROXY, size.hasDatabaseProxy()),
                given.text(Option.DATABASE_INSTANCE, INSTANCE, "m7g.large"),
                edge(given, repository),
                domain(given),
                given.text(Option.ALARM_EMAIL, EMAIL, "you@example.com"),
                FunctionSettings.from(given, contract));
    }

    private static DeploymentSize size(GivenOptions given) {
        String text = given.text(Option.SIZE).orElse(DeploymentSize.DEV.id());
        return Arrays.stream(DeploymentSize.values())
                .filter(size -> size.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnusableOption("size is dev or prod, not " + text));
    }

    private static Optional<ExistingNetwork> network(GivenOptions given) {
        List<String> subnets = given.list(Option.SUBNETS, SUBNET, "subnet-0123abcd,subnet-4567abcd");
        Optional<String> vpc = given.text(Option.VPC, VPC, "vpc-0123abcd");
        if (vpc.isEmpty() && !subnets.isEmpty()) {
            throw new UnusableOption("subnets needs vpc, the network they are in: vpc=vpc-0123abcd");
        }
        return vpc.map(id -> new ExistingNetwork(id, subnets));
    }

    private static Edge edge(GivenOptions given, Path repository) {
        return new Edge(
                given.flag(Option.CLOUDFRONT, false),
                given.flag(Option.FIREWALL, false),
                given.text(Option.CONSOLE).map(repository::resolve));
    }

    private static Optional<Domain> domain(GivenOptions given) {
        Optional<String> name = given.text(Option.DOMAIN, NAME, "api.example.com");
        Optional<String> certificate =
                given.text(Option.CERTIFICATE, CERTIFICATE, "arn:aws:acm:us-east-1:123456789012:certificate/1a2b");
        Optional<String> zone = given.text(Option.HOSTED_ZONE, ZONE, "Z0123456789");
        if (name.isEmpty() && (certificate.isPresent() || zone.isPresent())) {
            throw new UnusableOption((certificate.isPresent() ? "certificate" : "hosted-zone") + " needs domain");
        }
        return name.map(text -> new Domain(
                text,
                certificate.orElseThrow(() -> new UnusableOption("domain needs certificate, the ARN of one for it")),
                zone));
    }

    private static void refuseStrangeCertificate(Domain domain, Edge edge, Optional<String> region) {
        Optional<String> needed = edge.cloudFront() ? Optional.of(Domain.EDGE_REGION) : region;
        needed.filter(r -> !domain.hasCertificateIn(r)).ifPresent(r -> {
            throw new UnusableOption("certificate must be one in " + r + ", not " + domain.certificate());
        });
    }
}
