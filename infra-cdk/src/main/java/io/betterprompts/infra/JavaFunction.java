package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function of the product on Lambda, with a role and a log of its own. The role may write that log, sit in the network
 * and send traces; anything more is granted by whoever owns the thing.
 */
final class JavaFunction extends Construct {

    static final Runtime RUNTIME = Runtime.JAVA_25;

    private static final String ADAPTER = "io.betterprompts.common.function.EventInvoker";

    private static final String NO_VERSION = "@aws-cdk/aws-lambda:snapStartRequirePublish";

    /** For whoever has to go back to one at once: docs/operations.md. */
    private static final VersionOptions KEPT_VERSION =
            VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build();

    private final Function function;

    JavaFunction(Construct scope, ProductFunction spec, Props props) {
        super(scope, spec.id());
        LogGroup log = log(logName(props.deployment, spec), props);
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(props.deployment.name(spec.id()))
                .runtime(RUNTIME)
                .architecture(props.architecture)
                .code(Code.fromAsset(props.archive.file().toString()))
                .layers(props.layers)
                .memorySize(spec.memoryMb())
                .timeout(Duration.seconds(spec.timeout().toSeconds()))
                .vpc(props.network.vpc())
                .vpcSubnets(props.network.subnets())
                .securityGroups(List.of(props.network.functions()))
                .role(role(log))
                .logGroup(log)
                .tracing(Tracing.ACTIVE);
        function = (spec.isBehindApi() ? behindApi(builder, spec, props) : alone(builder, spec, props)).build();
        Annotations.of(function).acknowledgeWarning(NO_VERSION, "The alias points to a published version");
    }

    private static Function.Builder behindApi(Function.Builder builder, ProductFunction spec, Props props) {
        Map<String, String> environment = new TreeMap<>(props.environment);
        environment.put("MAIN_CLASS", spec.mainClass());
        return builder.handler(ADAPTER)
                .environment(environment)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .currentVersionOptions(KEPT_VERSION);
    }

    private static Function.Builder alone(Function.Builder builder, ProductFunction spec, Props props) {
        return builder.handler(spec.mainClass()).environment(props.environment);
    }

    static String logName(Deployment deployment, ProductFunction spec) {
        return "/aws/lambda/" + deployment.name(spec.id());
    }

    private LogGroup log(String name, Props props) {
        return LogGroup.Builder.create(this, "Log")
                .logGroupName(name)
                .retention(props.deployment.size().logRetention())
                .encryptionKey(props.key)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private Role role(LogGroup log) {
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        log.grantWrite(role);
        role.addToPolicy(networkInterfaces());
        Accepted.wildcards(role, "Network interfaces and traces have no name before they are there", "Resource::*");
        return role;
    }

    /** On all resources, as AWS's own policy for functions in a VPC has it: which interface is not known before. */
    private static PolicyStatement networkInterfaces() {
        return PolicyStatement.Builder.create()
                .actions(List.of(
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"))
                .resources(List.of("*"))
                .build();
    }

    Function function() {
        return function;
    }

    /** What SnapStart takes its snapshot of. */
    Version version() {
        return function.getCurrentVersion();
    }

    /** Points to the version that is deployed. */
    Alias live() {
        return function.addAlias("live");
    }

    /**
     * @param key that the log is encrypted with
     * @param archive the function's zip
     * @param environment beside its main class
     */
    record Props(
            Deployment deployment,
            Network network,
            @Nullable IKey key,
            Architecture architecture,
            LambdaArchive archive,
            List<ILayerVersion> layers,
            Map<String, String> environment) {

        Props {
            layers = List.copyOf(layers);
            environment = new TreeMap<>(environment);
        }
    }
}
