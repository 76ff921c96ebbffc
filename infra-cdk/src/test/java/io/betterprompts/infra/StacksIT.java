package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.Operation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import tools.jackson.databind.JsonNode;

/** What the templates say, from one synthesis of all stacks. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class StacksIT {

    @TempDir
    private static Path folder;

    private static final Contract CONTRACT = Synthesised.CONTRACT;

    private static final Synthesised STACKS = Synthesised.all();

    @ParameterizedTest
    @EnumSource
    void routesWhatTheContractLists(DeploymentSize size) {
        Set<String> routes = new TreeSet<>(Set.of("$default"));
        CONTRACT.operations().forEach(operation -> routes.add(operation.routeKey()));

        assertThat(new ApiRoutes(stateless(size)).aliases().keySet()).isEqualTo(routes);
    }

    @ParameterizedTest
    @EnumSource
    void sendsEachRouteToTheLiveVersionOfItsFunction(DeploymentSize size) {
        ApiRoutes routes = new ApiRoutes(stateless(size));

        routes.aliases().forEach((route, alias) -> {
            String function =
                    CONTRACT.byRouteKey(route).map(Operation::function).orElse(CONTRACT.defaultFunction());
            assertThat(routes.functionBehind(alias)).as(route).isEqualTo(name(size, function));
            assertThat(stateless(size).properties(alias).path("Name").asString())
                    .isEqualTo("live");
        });
    }

    @ParameterizedTest
    @EnumSource
    void letsTheApiCallWhatItRoutesTo(DeploymentSize size) {
        ApiRoutes routes = new ApiRoutes(stateless(size));

        assertThat(routes.aliases())
                .allSatisfy((route, alias) ->
                        assertThat(routes.isPermitted(route, alias)).isTrue());
    }

    @Test
    void letsPagesOfTheListedOriginsCallWithoutCookies() {
        CloudTemplate template = stateless(DeploymentSize.PROD);
        JsonNode cors = template.only("AWS::ApiGatewayV2::Api").path("CorsConfiguration");

        assertThat(cors.path("AllowOrigins").toString()).isEqualTo("[\"https://example.com\"]");
        assertThat(cors.path("AllowHeaders").toString())
                .contains("authorization")
                .contains("if-match");
        assertThat(cors.path("AllowMethods")).hasSize(5);
        assertThat(template.all("AWS::Lambda::Function").stream()
                        .map(function -> function.at("/Environment/Variables/CORS_ORIGINS")
                                .asString(""))
                        .filter(origins -> !origins.isEmpty()))
                .as("of the function that looks at the origin itself")
                .containsExactly("https://example.com");
        assertThat(cors.path("AllowCredentials").asBoolean(false)).isFalse();
    }

    @Test
    void letsNoPageCallWhereNoOriginIsListed() {
        assertThat(stateless(DeploymentSize.DEV).only("AWS::ApiGatewayV2::Api").has("CorsConfiguration"))
                .isFalse();
    }

    @Test
    void refusesAContractThatNamesAFunctionNobodyDeploys() {
        Stack stack = new Stack(new App(), "Stack");

        assertThatThrownBy(() -> new HttpRoutes(
                        stack,
                        "Routes",
                        new Deployment(Synthesised.options(Map.of(), folder)),
                        null,
                        CONTRACT,
                        Map.of()))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining(CONTRACT.defaultFunction());
    }

    @ParameterizedTest
    @EnumSource
    void startsEachFunctionBehindTheApiFromASnapshot(DeploymentSize size) {
        Map<String, JsonNode> functions = new TreeMap<>(stateless(size).functions());
        functions.remove(name(size, "migrate"));
        functions.remove(name(size, "retention"));

        assertThat(functions).hasSize(5).allSatisfy((name, function) -> {
            assertThat(function.at("/SnapStart/ApplyOn").asString()).isEqualTo("PublishedVersions");
            assertThat(function.path("Runtime").asString()).isEqualTo("java25");
            assertThat(function.at("/Architectures/0").asString()).isEqualTo("arm64");
            assertThat(function.path("Handler").asString()).isEqualTo("io.betterprompts.common.function.EventInvoker");
            assertThat(function.at("/Environment/Variables/MAIN_CLASS").asString())
                    .startsWith("io.betterprompts.");
            assertThat(function.path("Timeout").asInt()).isLessThan(30);
            assertThat(function.has("EphemeralStorage"))
                    .as("SnapStart takes 512 MB, the default")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void givesAuthAndEnhanceAWholeProcessor(DeploymentSize size) {
        assertThat(stateless(size).functions())
                .allSatisfy((name, function) -> assertThat(
                                function.path("MemorySize").asInt())
                        .isEqualTo(name.endsWith("auth") || name.endsWith("enhance") ? 1769 : 1024));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheEngineLayerToEnhanceAlone(DeploymentSize size) {
        assertThat(stateless(size).functions())
                .allSatisfy((name, function) ->
                        assertThat(function.has("Layers")).isEqualTo(name.equals(name(size, "enhance"))));
    }

    @ParameterizedTest
    @EnumSource
    void letsAuthAloneReadTheSigningSecret(DeploymentSize size) {
        CloudTemplate template = stateless(size);

        assertThat(LeastPrivilege.readersOf(template, "SigningSecret"))
                .containsExactly(roleOf(template, name(size, "auth")));
        assertThat(template.functions())
                .allSatisfy((name, function) -> assertThat(function.toString().contains("SigningSecret"))
                        .isEqualTo(name.equals(name(size, "auth"))));
    }

    @ParameterizedTest
    @EnumSource
    void allowsNoRoleMoreThanItNeeds(DeploymentSize size) {
        assertThat(stateless(size).allowed()).isNotEmpty();
        assertThat(LeastPrivilege.violations(stateless(size))).isEmpty();
        assertThat(LeastPrivilege.violations(stateful(size))).isEmpty();
    }

    /** All that each function's role may do, by name. */
    @ParameterizedTest
    @EnumSource
    void allowsEachFunctionThisAndNoMore(DeploymentSize size) {
        CloudTemplate template = stateless(size);
        Set<String> withKey = size == DeploymentSize.PROD ? Set.of("kms:Decrypt") : Set.of();
        Set<String> cache = new TreeSet<>(
                Set.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"));
        if (size == DeploymentSize.PROD) {
            cache.addAll(Set.of(
                    "kms:Encrypt",
                    "kms:DescribeKey",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo"));
        }

        for (ProductFunction function : ProductFunction.values()) {
            Set<String> allowed = new TreeSet<>(Set.of(
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                    "logs:CreateLogStream",
                    "logs:PutLogEvents",
                    "secretsmanager:DescribeSecret",
                    "secretsmanager:GetSecretValue",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments"));
            allowed.addAll(withKey);
            allowed.addAll(function.isBehindApi() ? cache : Set.of());

            assertThat(template.actionsOf(roleOf(template, name(size, function.id()))))
                    .as(function.id())
                    .isEqualTo(allowed);
        }
    }

    @Test
    void usesTheKeyOnlyThroughTheServicesThatKeepData() {
        assertThat(stateless(DeploymentSize.PROD).allowed())
                .filteredOn(s -> s.actions().stream().anyMatch(action -> action.startsWith("kms:")))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.node()
                                .at("/Condition/StringEquals/kms:ViaService")
                                .toString())
                        .containsAnyOf("secretsmanager.", "dynamodb."));
    }

    @Test
    void encryptsEverythingOfProdWithAKeyOfItsOwn() {
        CloudTemplate stateful = stateful(DeploymentSize.PROD);
        CloudTemplate stateless = stateless(DeploymentSize.PROD);

        assertThat(stateful.only("AWS::KMS::Key").path("EnableKeyRotation").asBoolean())
                .isTrue();
        assertThat(stateful.resources("AWS::KMS::Key").values())
                .allMatch(key -> key.path("DeletionPolicy").asString().equals("Retain"));
        assertThat(stateful.only("AWS::RDS::DBInstance").path("KmsKeyId").toString())
                .contains("DataKey");
        assertThat(stateful.all("AWS::SecretsManager::Secret"))
                .hasSize(2)
                .allMatch(secret -> secret.path("KmsKeyId").toString().contains("DataKey"));
        assertThat(stateful.only("AWS::DynamoDB::Table")
                        .path("SSESpecification")
                        .toString())
                .contains("DataKey");
        assertThat(stateless.all("AWS::Logs::LogGroup"))
                .hasSize(9)
                .allMatch(log -> log.path("KmsKeyId").toString().contains("DataKey"));
        assertThat(stateless.only("AWS::SNS::Topic").path("KmsMasterKeyId").toString())
                .contains("DataKey");
        assertThat(stateful(DeploymentSize.DEV).all("AWS::KMS::Key"))
                .as("a key costs by the month")
                .isEmpty();
    }

    @Test
    void letsLogsAndAlarmsOfThisAccountUseTheKey() {
        String policy = stateful(DeploymentSize.PROD)
                .only("AWS::KMS::Key")
                .path("KeyPolicy")
                .toString();

        assertThat(policy)
                .contains("\"cloudwatch.amazonaws.com\"")
                .contains("kms:EncryptionContext:aws:logs:arn")
                .contains("aws:SourceAccount");
    }

    @ParameterizedTest
    @EnumSource
    void putsNoSecretIntoATemplate(DeploymentSize size) {
        assertThat(stateless(size).functions()).allSatisfy((name, function) -> {
            JsonNode variables = function.at("/Environment/Variables");
            assertThat(variables.path("DB_SECRET").path("Fn::ImportValue").asString())
                    .contains("DatabaseLogin");
            assertThat(variables.has("DB_PASSWORD")).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void encryptsTheDatabaseOnDiskAndOnTheWire(DeploymentSize size) {
        assertThat(stateful(size)
                        .only("AWS::RDS::DBInstance")
                        .path("StorageEncrypted")
                        .asBoolean())
                .isTrue();
        assertThat(stateful(size)
                        .only("AWS::RDS::DBParameterGroup")
                        .at("/Parameters/rds.force_ssl")
                        .asString())
                .isEqualTo("1");
        assertThat(stateless(size).functions())
                .allSatisfy((name, function) -> assertThat(
                                function.at("/Environment/Variables/DB_URL").toString())
                        .contains("sslmode=require"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheDatabaseAndTheFunctionsOffTheInternet(DeploymentSize size) {
        CloudTemplate template = stateful(size);

        assertThat(template.only("AWS::RDS::DBInstance")
                        .path("PubliclyAccessible")
                        .asBoolean(true))
                .isFalse();
        assertThat(template.all("AWS::EC2::InternetGateway")).isEmpty();
        assertThat(template.all("AWS::EC2::NatGateway")).isEmpty();
        assertThat(template.all("AWS::EC2::SecurityGroupIngress"))
                .hasSize(size == DeploymentSize.DEV ? 2 : 3)
                .allMatch(rule -> rule.has("SourceSecurityGroupId"));
        assertThat(template.all("AWS::EC2::SecurityGroupEgress"))
                .hasSize(size == DeploymentSize.DEV ? 2 : 3)
                .allMatch(rule -> rule.has("DestinationSecurityGroupId"));
        assertThat(stateless(size).functions())
                .allSatisfy((name, function) ->
                        assertThat(function.at("/VpcConfig/SubnetIds").size()).isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void letsEachFunctionBehindTheApiUseTheCacheItemByItem(DeploymentSize size) {
        CloudTemplate template = stateless(size);
        Set<String> users = new TreeSet<>();
        template.functions().forEach((name, function) -> {
            if (function.at("/Environment/Variables").has("CACHE_TABLE")) {
                users.add(roleOf(template, name));
            }
        });

        assertThat(users).hasSize(5).doesNotContain(roleOf(template, name(size, "migrate")));
        assertThat(template.allowed().stream()
                        .filter(s -> s.actions().stream().anyMatch(a -> a.startsWith("dynamodb:"))))
                .allSatisfy(s -> assertThat(s.actions().stream().filter(a -> a.startsWith("dynamodb:")))
                        .containsExactly(
                                "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"))
                .extracting(CloudTemplate.Statement::role)
                .containsExactlyInAnyOrderElementsOf(users);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsWhatIsCachedByTheAttributeThatTheFunctionsWrite(DeploymentSize size) {
        JsonNode table = stateful(size).only("AWS::DynamoDB::Table");

        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asString())
                .isEqualTo("ends");
        assertThat(table.at("/KeySchema/0/AttributeName").asString()).isEqualTo("pk");
    }

    @ParameterizedTest
    @EnumSource
    void reachesTheCacheByARouteOfItsOwn(DeploymentSize size) {
        assertThat(stateful(size).all("AWS::EC2::VPCEndpoint"))
                .filteredOn(e -> e.path("VpcEndpointType").asString().equals("Gateway"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.path("ServiceName").toString()).contains(".dynamodb");
                    assertThat(e.path("RouteTableIds")).hasSize(2);
                });
    }

    @ParameterizedTest
    @EnumSource
    void makesASigningSecretOf64Characters(DeploymentSize size) {
        assertThat(stateful(size).all("AWS::SecretsManager::Secret"))
                .extracting(secret -> secret.path("GenerateSecretString"))
                .anySatisfy(made -> {
                    assertThat(made.path("PasswordLength").asInt()).isEqualTo(64);
                    assertThat(made.path("ExcludePunctuation").asBoolean()).isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource
    void migratesBeforeAnyFunctionGoesLive(DeploymentSize size) {
        CloudTemplate template = stateless(size);
        String version = template.only("Custom::Trigger").at("/HandlerArn/Ref").asString();
        String migrate = template.properties(version).at("/FunctionName/Ref").asString();

        assertThat(template.properties(migrate).path("Handler").asString())
                .isEqualTo("io.betterprompts.migrate.MigrateHandler");
        assertThat(template.resources("AWS::Lambda::Alias").values())
                .hasSize(5)
                .allMatch(alias -> alias.path("DependsOn").toString().contains("Migration"));
        assertThat(template.resources("AWS::Lambda::Version").entrySet())
                .filteredOn(entry -> !entry.getKey().equals(version))
                .as("whose snapshots are taken then")
                .hasSize(5)
                .allMatch(entry -> entry.getValue().path("DependsOn").toString().contains("Migration"));
    }

    @ParameterizedTest
    @EnumSource
    void erasesOldHistoryOnceADay(DeploymentSize size) {
        CloudTemplate template = stateless(size);
        JsonNode rule = template.only("AWS::Events::Rule");
        String target = rule.at("/Targets/0/Arn/Fn::GetAtt/0").asString();

        assertThat(rule.path("ScheduleExpression").asString()).isEqualTo("cron(17 4 * * ? *)");
        assertThat(rule.path("State").asString()).isEqualTo("ENABLED");
        assertThat(template.properties(target).path("Handler").asString())
                .isEqualTo("io.betterprompts.retention.RetentionHandler");
        assertThat(template.all("AWS::Lambda::Permission"))
                .anyMatch(permission -> permission.path("Principal").asString().equals("events.amazonaws.com")
                        && permission.path("FunctionName").toString().contains(target));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEachLogForALimitedTime(DeploymentSize size) {
        CloudTemplate template = stateless(size);

        assertThat(template.all("AWS::Logs::LogGroup"))
                .hasSize(9)
                .allMatch(log -> log.path("RetentionInDays").asInt() == (size == DeploymentSize.DEV ? 7 : 90));
        assertThat(template.functions())
                .allSatisfy(
                        (name, function) -> assertThat(template.properties(function.at("/LoggingConfig/LogGroup/Ref")
                                                .asString())
                                        .path("LogGroupName")
                                        .asString())
                                .isEqualTo("/aws/lambda/" + name));
        assertThat(template.only("AWS::ApiGatewayV2::Stage")
                        .path("AccessLogSettings")
                        .has("DestinationArn"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void limitsTheRateOfRequestsAndTracesThem(DeploymentSize size) {
        JsonNode limits = stateless(size).only("AWS::ApiGatewayV2::Stage").path("DefaultRouteSettings");

        assertThat(limits.path("ThrottlingRateLimit").asInt()).isEqualTo(size == DeploymentSize.DEV ? 10 : 100);
        assertThat(limits.path("ThrottlingBurstLimit").asInt()).isEqualTo(size == DeploymentSize.DEV ? 30 : 150);
        assertThat(stateless(size).functions())
                .allSatisfy((name, function) -> assertThat(
                                function.at("/TracingConfig/Mode").asString())
                        .isEqualTo("Active"));
    }

    @Test
    void sparesInDev() {
        JsonNode database = stateful(DeploymentSize.DEV).only("AWS::RDS::DBInstance");

        assertThat(database.path("DBInstanceClass").asString()).isEqualTo("db.t4g.micro");
        assertThat(database.path("MultiAZ").asBoolean(true)).isFalse();
        assertThat(database.path("DeletionProtection").asBoolean(true)).isFalse();
        assertThat(database.path("BackupRetentionPeriod").asInt()).isEqualTo(1);
    }

    @Test
    void keepsDataInProd() {
        CloudTemplate template = stateful(DeploymentSize.PROD);
        JsonNode database = template.only("AWS::RDS::DBInstance");

        assertThat(database.path("DBInstanceClass").asString()).isEqualTo("db.t4g.medium");
        assertThat(database.path("MultiAZ").asBoolean()).isTrue();
        assertThat(database.path("DeletionProtection").asBoolean()).isTrue();
        assertThat(database.path("BackupRetentionPeriod").asInt()).isEqualTo(14);
        assertThat(template.resources("AWS::RDS::DBInstance").values())
                .allMatch(r -> r.path("DeletionPolicy").asString().equals("Retain"));
        assertThat(template.resources("AWS::SecretsManager::Secret").values())
                .hasSize(2)
                .allMatch(r -> r.path("DeletionPolicy").asString().equals("Retain"));
    }

    /** CDK's own among them: a log that Lambda makes is kept for ever. The two that pass on values across regions take none. */
    @Test
    void keepsNoLogForEver() {
        STACKS.stacks().forEach((name, stack) -> {
            assertThat(stack.template().all("AWS::Logs::LogGroup"))
                    .as(name)
                    .allMatch(log -> log.path("RetentionInDays").isInt());
            stack.template().resources("AWS::Lambda::Function").forEach((id, function) -> {
                String log =
                        function.at("/Properties/LoggingConfig/LogGroup/Ref").asString("");
                assertThat(id.startsWith("CustomCrossRegionExport")
                                || stack.template()
                                        .resources("AWS::Logs::LogGroup")
                                        .containsKey(log))
                        .as("%s: %s", name, id)
                        .isTrue();
            });
        });
    }

    @Test
    void keepsEachVersionForWhoeverHasToGoBack() {
        assertThat(stateless(DeploymentSize.PROD).resources("AWS::Lambda::Version"))
                .hasSize(6)
                .allSatisfy((id, version) -> assertThat(
                                version.path("DeletionPolicy").asString("Delete"))
                        .isEqualTo(id.startsWith("migrate") ? "Delete" : "Retain"));
    }

    /** So that docs/costs.md leaves out nothing that is paid for by the hour or the month. */
    @ParameterizedTest
    @EnumSource
    void holdsWhatTheCostsAreReckonedFrom(DeploymentSize size) {
        Inventory inventory = Inventory.of(size);
        JsonNode database = stateful(size).only("AWS::RDS::DBInstance");

        assertThat(database.path("DBInstanceClass").asString())
                .isEqualTo("db." + inventory.database().id());
        assertThat(database.path("MultiAZ").asBoolean(false)).isEqualTo(inventory.databaseInstances() == 2);
        assertThat(database.path("AllocatedStorage").asInt()).isEqualTo(inventory.storageGb());
        assertThat(count(size, "AWS::RDS::DBProxy")).isEqualTo(inventory.proxied() ? 1 : 0);
        assertThat(count(size, "AWS::SecretsManager::Secret")).isEqualTo(inventory.secrets());
        assertThat(count(size, "AWS::KMS::Key")).isEqualTo(inventory.keys());
        assertThat(count(size, "AWS::CloudWatch::Alarm")).isEqualTo(inventory.alarms());
        assertThat(count(size, "AWS::CloudWatch::Dashboard")).isEqualTo(inventory.dashboards());
        assertThat(stateful(size).all("AWS::EC2::VPCEndpoint").stream()
                        .filter(e -> e.path("VpcEndpointType").asString().equals("Interface"))
                        .mapToInt(e -> e.path("SubnetIds").size())
                        .sum())
                .isEqualTo(inventory.endpointZones());
        assertThat(count(size, "AWS::EC2::NatGateway")).isZero();
    }

    private static int count(DeploymentSize size, String type) {
        return STACKS.stacks().entrySet().stream()
                .filter(stack -> stack.getKey().startsWith(size.id() + " "))
                .mapToInt(stack -> stack.getValue().template().all(type).size())
                .sum();
    }

    /** CloudFormation takes 500; a stack of that size would be none that anybody can read. */
    @Test
    void hasAtMost200ResourcesInAStack() {
        assertThat(STACKS.stacks())
                .hasSize(15)
                .allSatisfy((name, stack) -> assertThat(stack.template().size()).isBetween(1, 200));
    }

    private static String roleOf(CloudTemplate template, String function) {
        return requireNonNull(template.functions().get(function), function)
                .at("/Role/Fn::GetAtt/0")
                .asString();
    }

    private static String name(DeploymentSize size, String part) {
        return "betterprompts-" + size.id() + "-" + part;
    }

    private static CloudTemplate stateful(DeploymentSize size) {
        return STACKS.template(size.id(), "stateful");
    }

    private static CloudTemplate stateless(DeploymentSize size) {
        return STACKS.template(size.id(), "stateless");
    }
}
