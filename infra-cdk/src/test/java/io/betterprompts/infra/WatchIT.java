package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Alarms, dashboard, and how a new version gets its requests. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class WatchIT {

    private static final Synthesised STACKS = Synthesised.all();

    @Test
    void hasAnAlarmForAllThatSomebodyShouldLookAt() {
        assertThat(alarms("prod", "watch").keySet())
                .containsExactlyInAnyOrder(
                        "auth-slow",
                        "auth-throttled",
                        "database-busy",
                        "database-connections",
                        "database-full",
                        "enhance-slow",
                        "enhance-throttled",
                        "history-slow",
                        "history-throttled",
                        "migrate-errors",
                        "retention-errors",
                        "settings-slow",
                        "settings-throttled",
                        "templates-slow",
                        "templates-throttled");
        assertThat(alarms("prod", "stateless").keySet())
                .containsExactlyInAnyOrder(
                        "api-server-errors",
                        "auth-errors",
                        "enhance-errors",
                        "history-errors",
                        "settings-errors",
                        "templates-errors");
    }

    @Test
    void alarmsWhenOneCallInTwentyTakesMoreThanASecond() {
        JsonNode alarm = requireNonNull(alarms("prod", "watch").get("enhance-slow"));

        assertThat(alarm.path("MetricName").asString()).isEqualTo("Duration");
        assertThat(alarm.path("ExtendedStatistic").asString()).isEqualTo("p95");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(1000);
        assertThat(alarm.at("/Dimensions/0/Value").asString()).isEqualTo("betterprompts-prod-enhance");
        assertThat(alarm.path("EvaluationPeriods").asInt()
                        * alarm.path("Period").asInt())
                .isEqualTo(900);
    }

    @Test
    void alarmsBeforeTheDatabaseRunsOutOfConnections() {
        JsonNode alarm = requireNonNull(alarms("prod", "watch").get("database-connections"));

        assertThat(alarm.path("Threshold").asInt()).isEqualTo(300);
        assertThat(alarm.path("MetricName").asString()).isEqualTo("DatabaseConnections");
        assertThat(alarm.at("/Dimensions/0/Value").toString()).contains("DatabaseInstance");
    }

    @Test
    void takesSilenceForNoNews() {
        assertThat(everyAlarm("prod"))
                .hasSize(21)
                .allMatch(alarm -> alarm.path("TreatMissingData").asString().equals("notBreaching"));
    }

    @Test
    void tellsOfEachAlarmWhenItStartsAndWhenItIsOver() {
        assertThat(everyAlarm("everything")).hasSize(21).allSatisfy(alarm -> {
            assertThat(alarm.path("AlarmActions").toString()).contains("AlarmTopic");
            assertThat(alarm.path("OKActions").toString()).contains("AlarmTopic");
        });
    }

    @Test
    void letsAlarmsPublish() {
        assertThat(STACKS.template("prod", "stateless")
                        .only("AWS::SNS::TopicPolicy")
                        .at("/PolicyDocument/Statement")
                        .values())
                .anySatisfy(statement -> {
                    assertThat(statement.path("Effect").asString()).isEqualTo("Allow");
                    assertThat(statement.path("Action").asString()).isEqualTo("sns:Publish");
                    assertThat(statement.at("/Principal/Service").asString()).isEqualTo("cloudwatch.amazonaws.com");
                });
    }

    @Test
    void tellsWhoeverIsNamed() {
        JsonNode subscription = STACKS.template("everything", "stateless").only("AWS::SNS::Subscription");

        assertThat(subscription.path("Protocol").asString()).isEqualTo("email");
        assertThat(subscription.path("Endpoint").asString()).isEqualTo("you@example.com");
        assertThat(STACKS.template("prod", "stateless").all("AWS::SNS::Subscription"))
                .isEmpty();
    }

    @Test
    void shiftsATenthOfTheRequestsForFiveMinutesFirst() {
        CloudTemplate template = STACKS.template("prod", "stateless");

        assertThat(template.all("AWS::CodeDeploy::DeploymentGroup")).hasSize(5).allSatisfy(group -> {
            assertThat(group.path("DeploymentConfigName").asString())
                    .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
            assertThat(group.at("/DeploymentStyle/DeploymentOption").asString()).isEqualTo("WITH_TRAFFIC_CONTROL");
        });
    }

    @Test
    void shiftsEachAliasByItsOwnGroup() {
        CloudTemplate template = STACKS.template("prod", "stateless");
        Set<String> groups = new TreeSet<>();

        assertThat(template.resources("AWS::Lambda::Alias")).hasSize(5).allSatisfy((id, alias) -> {
            String group = alias.at("/UpdatePolicy/CodeDeployLambdaAliasUpdate/DeploymentGroupName/Ref")
                    .asString();
            String function =
                    template.properties(group).path("DeploymentGroupName").asString();
            assertThat(id).startsWith(function.substring("betterprompts-prod-".length()));
            groups.add(group);
        });
        assertThat(groups).hasSize(5);
    }

    @Test
    void shiftsBackWhenTheFunctionOrTheApiFails() {
        CloudTemplate template = STACKS.template("prod", "stateless");

        assertThat(template.all("AWS::CodeDeploy::DeploymentGroup")).allSatisfy(group -> {
            String function = group.path("DeploymentGroupName").asString().substring("betterprompts-prod-".length());
            List<String> watched = new ArrayList<>();
            group.at("/AlarmConfiguration/Alarms")
                    .forEach(alarm -> watched.add(
                            template.properties(alarm.at("/Name/Ref").asString())
                                    .path("AlarmName")
                                    .asString()));
            assertThat(watched)
                    .containsExactlyInAnyOrder(
                            "betterprompts-prod-" + function + "-errors", "betterprompts-prod-api-server-errors");
            assertThat(group.at("/AutoRollbackConfiguration/Events").toString())
                    .contains("DEPLOYMENT_STOP_ON_ALARM")
                    .contains("DEPLOYMENT_FAILURE");
        });
    }

    @Test
    void letsCodeDeployMoveTheseAliasesAndNothingElse() {
        CloudTemplate template = STACKS.template("prod", "stateless");

        assertThat(template.allowed())
                .filteredOn(s -> s.role().startsWith("ShiftRole"))
                .allSatisfy(s -> assertThat(s.actions())
                        .isSubsetOf(
                                "cloudwatch:DescribeAlarms",
                                "lambda:GetAlias",
                                "lambda:GetProvisionedConcurrencyConfig",
                                "lambda:UpdateAlias"))
                .filteredOn(s -> s.actions().contains("lambda:UpdateAlias"))
                .singleElement()
                .satisfies(s -> assertThat(s.resources()).hasSize(10).allMatch(r -> r.isObject()));
    }

    @Test
    void movesAllAtOnceAndRaisesNoAlarmInDev() {
        CloudTemplate template = STACKS.template("dev", "stateless");

        assertThat(template.all("AWS::CodeDeploy::DeploymentGroup")).isEmpty();
        assertThat(template.all("AWS::CloudWatch::Alarm")).isEmpty();
        assertThat(STACKS.stacks()).doesNotContainKey("dev watch");
    }

    @Test
    void showsEachFunctionTheApiTheDatabaseAndTheCache() {
        String page = dashboard();

        for (ProductFunction function : ProductFunction.values()) {
            assertThat(page.contains("betterprompts-prod-" + function.id())).isEqualTo(function.isBehindApi());
        }
        assertThat(page).contains("AWS/ApiGateway", "AWS/RDS", "AWS/DynamoDB", "Restore Duration");
    }

    /** What CloudWatch lists in its documentation for these services; a name of our own would show an empty graph. */
    @Test
    void showsOnlyWhatAwsMeasures() {
        Matcher metric =
                Pattern.compile("\\[\"(AWS/[A-Za-z]+)\",\"([A-Za-z0-9]+)\"").matcher(dashboard());
        Map<String, Set<String>> measured = Map.of(
                "AWS/ApiGateway", Set.of("Count", "4xx", "5xx", "Latency"),
                "AWS/Lambda", Set.of("Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions"),
                "AWS/RDS",
                        Set.of(
                                "DatabaseConnections",
                                "CPUUtilization",
                                "FreeStorageSpace",
                                "ReadLatency",
                                "WriteLatency"),
                "AWS/DynamoDB",
                        Set.of(
                                "ConsumedReadCapacityUnits",
                                "ConsumedWriteCapacityUnits",
                                "ReadThrottleEvents",
                                "WriteThrottleEvents"));
        int shown = 0;
        while (metric.find()) {
            shown++;
            assertThat(measured.getOrDefault(metric.group(1), Set.of())).contains(metric.group(2));
        }

        assertThat(shown).isGreaterThan(measured.size());
    }

    /** Where the functions put theirs; by the members of the line that say by what. */
    @Test
    void showsWhatTheFunctionsMeasure() {
        assertThat(STACKS.template("prod", "stateless").functions().values())
                .filteredOn(function -> function.at("/Environment/Variables").has("MAIN_CLASS"))
                .hasSize(5)
                .allMatch(function -> function.at("/Environment/Variables/METRICS_NAMESPACE")
                        .asString()
                        .equals("betterprompts-prod-metrics"));
        assertThat(dashboard())
                .contains("{\\\"betterprompts-prod-metrics\\\",function} MetricName=Intent")
                .contains("{\\\"betterprompts-prod-metrics\\\",operation} MetricName=Latency")
                .contains("[\"betterprompts-prod-metrics\",\"ClassifyTime\",\"function\",\"enhance\"")
                .contains("100 * FILL(found, 0) / (FILL(found, 0) + FILL(other, 0))");
    }

    @Test
    void paysForNoMetricsInDev() {
        assertThat(STACKS.template("dev", "stateless").functions().values())
                .isNotEmpty()
                .noneMatch(function -> function.at("/Environment/Variables").has("METRICS_NAMESPACE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"route", "status", "latency_ms"})
    void readsFromTheApisLogWhatIsWrittenThere(String field) {
        assertThat(STACKS.template("prod", "stateless")
                        .only("AWS::ApiGatewayV2::Stage")
                        .at("/AccessLogSettings/Format")
                        .asString())
                .contains("\"" + field + "\":");
        assertThat(dashboard()).contains(field);
    }

    /** The page's source with its references left out. */
    static String dashboard() {
        StringBuilder page = new StringBuilder();
        STACKS.template("prod", "watch")
                .only("AWS::CloudWatch::Dashboard")
                .at("/DashboardBody/Fn::Join/1")
                .forEach(part -> page.append(part.isString() ? part.asString() : "reference"));
        return page.toString();
    }

    private static List<JsonNode> everyAlarm(String deployment) {
        List<JsonNode> all = new ArrayList<>(alarms(deployment, "watch").values());
        all.addAll(alarms(deployment, "stateless").values());
        return all;
    }

    /** By name, without what all names begin with. */
    private static Map<String, JsonNode> alarms(String deployment, String part) {
        Map<String, JsonNode> alarms = new TreeMap<>();
        STACKS.template(deployment, part)
                .all("AWS::CloudWatch::Alarm")
                .forEach(alarm ->
                        alarms.put(alarm.path("AlarmName").asString().replace("betterprompts-prod-", ""), alarm));
        return alarms;
    }
}
