package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** What each option does to the templates. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class OptionsIT {

    private static final Synthesised STACKS = Synthesised.all();

    @Test
    void usesTheNetworkThatIsThere() {
        CloudTemplate stateful = STACKS.template("elsewhere", "stateful");

        assertThat(stateful.all("AWS::EC2::VPC")).isEmpty();
        assertThat(stateful.all("AWS::EC2::VPCEndpoint")).isEmpty();
        assertThat(stateful.all("AWS::EC2::SecurityGroup"))
                .isNotEmpty()
                .allMatch(group -> group.path("VpcId").asString().equals("vpc-0123abcd"));
        assertThat(stateful.only("AWS::RDS::DBSubnetGroup").path("SubnetIds").values())
                .extracting(JsonNode::asString)
                .containsExactly("subnet-0123abcd", "subnet-4567abcd", "subnet-89ababcd");
        assertThat(STACKS.template("elsewhere", "stateless").functions().values())
                .allMatch(function -> function.at("/VpcConfig/SubnetIds").size() == 3);
    }

    @Test
    void sendsConnectionsThroughTheProxyWhereThereIsOne() {
        for (String deployment : List.of("elsewhere", "prod")) {
            JsonNode proxy = STACKS.template(deployment, "stateful").only("AWS::RDS::DBProxy");

            assertThat(proxy.path("RequireTLS").asBoolean()).isTrue();
            assertThat(proxy.path("EngineFamily").asString()).isEqualTo("POSTGRESQL");
            assertThat(urls(deployment)).singleElement().asString().contains("DatabaseProxy");
        }
        assertThat(STACKS.template("dev", "stateful").all("AWS::RDS::DBProxy")).isEmpty();
        assertThat(urls("dev")).singleElement().asString().contains("DatabaseInstance");
    }

    @Test
    void takesAnotherInstanceForTheDatabase() {
        assertThat(STACKS.template("elsewhere", "stateful")
                        .only("AWS::RDS::DBInstance")
                        .path("DBInstanceClass")
                        .asString())
                .isEqualTo("db.m7g.large");
    }

    @Test
    void goesToTheRegionThatIsNamed() {
        assertThat(STACKS.stacks())
                .allSatisfy((name, stack) -> assertThat(stack.region())
                        .isEqualTo(
                                name.startsWith("elsewhere") || name.endsWith("firewall")
                                        ? "us-east-1"
                                        : name.startsWith("everything") ? "eu-central-1" : "unknown-region"));
    }

    @Test
    void tellsTheFunctionsWhatIsSetForThem() {
        CloudTemplate stateless = STACKS.template("elsewhere", "stateless");

        assertThat(stateless.functions()).allSatisfy((name, function) -> {
            JsonNode variables = function.at("/Environment/Variables");
            boolean isEnhance = name.endsWith("-enhance");
            assertThat(variables.path("ANONYMOUS_ENHANCE").asString("none")).isEqualTo(isEnhance ? "true" : "none");
            assertThat(variables.path("RULES_OVERLAY").asString("none"))
                    .isEqualTo(isEnhance ? "/opt/rules.yaml" : "none");
            assertThat(variables.path("RATE_LIMITS").asString("none"))
                    .isEqualTo(variables.has("CACHE_TABLE") ? "caller=60/60" : "none");
        });
    }

    @Test
    void tellsTheFunctionsNothingThatIsNotSet() {
        CloudTemplate stateless = STACKS.template("dev", "stateless");

        assertThat(stateless.functions()).allSatisfy((name, function) -> {
            JsonNode variables = function.at("/Environment/Variables");
            assertThat(variables.has("RATE_LIMITS") || variables.has("RULES_OVERLAY"))
                    .isFalse();
            assertThat(variables.path("ANONYMOUS_ENHANCE").asString("false")).isEqualTo("false");
        });
    }

    private static Set<JsonNode> urls(String deployment) {
        return STACKS.template(deployment, "stateless").functions().values().stream()
                .map(function -> function.at("/Environment/Variables/DB_URL"))
                .collect(Collectors.toSet());
    }
}
