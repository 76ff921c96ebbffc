package io.betterprompts.infra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/**
 * Shifts requests to a new version of a function in two steps, a tenth of them for five minutes and then the rest. If
 * meanwhile that function fails, or the API as a whole, the deployment stops, requests go back to the old version, and the
 * stack rolls back. The database does not: a migration must leave it such that the old version works with it too.
 */
final class GradualShift extends Construct {

    GradualShift(
            Construct scope, String id, Deployment deployment, HttpApi api, Map<String, Alias> live, AlarmTopic topic) {
        super(scope, id);
        IRole role = role(live.values()).withoutPolicyUpdates();
        LambdaApplication application = LambdaApplication.Builder.create(this, "Application")
                .applicationName(deployment.name("functions"))
                .build();
        Alarm failing = alarm(serverErrors(api), deployment, topic);
        live.forEach((name, alias) -> {
            Alarm broken = alarm(errors(name, alias), deployment, topic);
            LambdaDeploymentGroup.Builder.create(this, name)
                    .application(application)
                    .deploymentGroupName(deployment.name(name))
                    .alias(alias)
                    .role(role)
                    .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                    .alarms(List.<IAlarm>of(broken, failing))
                    .autoRollback(AutoRollbackConfig.builder()
                            .failedDeployment(true)
                            .stoppedDeployment(true)
                            .deploymentInAlarm(true)
                            .build())
                    .build();
        });
    }

    private Alarm alarm(AlarmSpec spec, Deployment deployment, AlarmTopic topic) {
        Alarm alarm = spec.create(this, deployment);
        topic.tellOf(alarm);
        return alarm;
    }

    /** A request that fails is answered, and is no error of the function; this is a crash, or no answer in time. */
    private static AlarmSpec errors(String name, Alias alias) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        return AlarmSpec.above(
                name + "-errors",
                "The function " + name + " crashed, or did not answer in time.",
                alias.metricErrors(everyMinute),
                0);
    }

    private static AlarmSpec serverErrors(HttpApi api) {
        MetricOptions share = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Average")
                .build();
        return AlarmSpec.above(
                        "api-server-errors",
                        "More than one request in twenty was answered with a 5xx, in two of three minutes.",
                        api.metricServerError(share),
                        0.05)
                .in(2, 3);
    }

    /** What AWS's own policy for this grants, on our functions alone. Alarms are only looked at, by name. */
    private Role role(Collection<Alias> live) {
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .build();
        List<String> functions = new ArrayList<>();
        live.forEach(alias -> {
            functions.add(alias.getLambda().getFunctionArn());
            functions.add(alias.getFunctionArn());
        });
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"))
                .resources(functions)
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("cloudwatch:DescribeAlarms"))
                .resources(List.of("*"))
                .build());
        Accepted.wildcards(role, "Only looks at alarms, as AWS's own policy for this does", "Resource::*");
        return role;
    }
}
