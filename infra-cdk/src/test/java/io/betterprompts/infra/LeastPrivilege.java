package io.betterprompts.infra;

import io.betterprompts.infra.CloudTemplate.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the roles of a template may do that they should not. */
final class LeastPrivilege {

    /** EC2 and X-Ray know no narrower resource for these; alarms are only looked at, before and while requests shift. */
    private static final Set<String> ON_EVERYTHING = Set.of(
            "cloudwatch:DescribeAlarms",
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    /** CDK's own, for the function that runs the migration. */
    private static final String TRIGGER = "AWSCDKTrigger";

    private LeastPrivilege() {}

    static List<String> violations(CloudTemplate template) {
        return Stream.concat(tooWide(template), managed(template)).sorted().toList();
    }

    /** The roles that may read a secret whose reference holds these words. */
    static Set<String> readersOf(CloudTemplate template, String secret) {
        Set<String> readers = new TreeSet<>();
        template.allowed().stream()
                .filter(s -> s.actions().contains("secretsmanager:GetSecretValue"))
                .filter(s -> s.resources().stream().anyMatch(r -> r.toString().contains(secret)))
                .forEach(s -> readers.add(s.role()));
        return readers;
    }

    private static Stream<String> tooWide(CloudTemplate template) {
        return template.allowed().stream()
                .flatMap(s -> s.actions().stream()
                        .filter(action -> action.contains("*") || (onEverything(s) && !ON_EVERYTHING.contains(action)))
                        .map(action -> s.role() + " may " + action));
    }

    private static boolean onEverything(Statement statement) {
        return statement.resources().stream().anyMatch(r -> r.asString("").equals("*"));
    }

    private static Stream<String> managed(CloudTemplate template) {
        return template.resources("AWS::IAM::Role").entrySet().stream()
                .filter(role -> !role.getKey().startsWith(TRIGGER))
                .filter(role -> role.getValue().path("Properties").has("ManagedPolicyArns"))
                .map(role -> role.getKey() + " has a managed policy");
    }
}
