package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.console.ConsoleFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** CloudFront, its firewall, the page beside the API, and names. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class EdgeIT {

    private static final String CACHE_NOTHING = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String ALL_BUT_THE_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private static final Synthesised STACKS = Synthesised.all();

    @Test
    void isNotThereUnlessItIsAskedFor() {
        assertThat(STACKS.stacks().keySet())
                .doesNotContain("dev edge", "prod edge", "dev firewall", "prod firewall", "edge firewall");
    }

    @Test
    void sendsEachOperationOfTheContractToTheApi() {
        Map<String, JsonNode> behaviors = behaviors("everything");

        assertThat(behaviors.keySet())
                .contains("/.well-known/*", "/api/*", "/health")
                .hasSizeLessThan(25);
        assertThat(behaviors.values()).allSatisfy(EdgeIT::isForTheApi);
        assertThat(Synthesised.CONTRACT.operations())
                .allMatch(operation -> behaviors.keySet().stream()
                        .anyMatch(path -> path.endsWith("*")
                                ? operation.path().startsWith(path.replace("*", ""))
                                : operation.path().equals(path)));
    }

    @Test
    void sendsEverythingToTheApiWhereThereIsNoPage() {
        assertThat(behaviors("edge")).isEmpty();
        isForTheApi(distribution("edge").path("DefaultCacheBehavior"));
        assertThat(STACKS.template("edge", "edge").all("AWS::S3::Bucket")).isEmpty();
    }

    /** With the host of CloudFront's own, API Gateway would not know which API is meant. */
    private static void isForTheApi(JsonNode behavior) {
        assertThat(behavior.path("CachePolicyId").asString()).isEqualTo(CACHE_NOTHING);
        assertThat(behavior.path("OriginRequestPolicyId").asString()).isEqualTo(ALL_BUT_THE_HOST);
        assertThat(behavior.path("AllowedMethods")).hasSize(7);
        assertThat(behavior.path("ViewerProtocolPolicy").asString()).isEqualTo("https-only");
    }

    @Test
    void servesThePageToCloudFrontAlone() {
        CloudTemplate edge = STACKS.template("everything", "edge");
        JsonNode bucket = edge.only("AWS::S3::Bucket");

        assertThat(distribution("everything").path("DefaultRootObject").asString())
                .isEqualTo("index.html");
        assertThat(bucket.path("PublicAccessBlockConfiguration").values())
                .hasSize(4)
                .allMatch(JsonNode::asBoolean);
        assertThat(edge.only("AWS::S3::BucketPolicy").toString())
                .contains("cloudfront.amazonaws.com")
                .contains("AWS:SourceArn");
        assertThat(edge.only("AWS::CloudFront::OriginAccessControl").toString()).contains("\"always\"");
    }

    @Test
    void sendsThePageWithTheHeadersThatTheConsoleWants() {
        JsonNode policy = STACKS.template("everything", "edge").only("AWS::CloudFront::ResponseHeadersPolicy");
        String all = policy.toString();

        new ConsoleFiles()
                .headers()
                .forEach((name, value) -> assertThat(all)
                        .as(name)
                        .contains(name.equals("x-content-type-options") ? "ContentTypeOptions" : value));
        assertThat(distribution("everything")
                        .at("/DefaultCacheBehavior/ResponseHeadersPolicyId")
                        .toString())
                .contains("ConsoleHeaders");
    }

    @Test
    void showsTheFunctionsThatARequestCameThroughAndWhoseItIs() {
        CloudTemplate edge = STACKS.template("edge", "edge");
        JsonNode header = distribution("edge").at("/Origins/0/OriginCustomHeaders/0");

        assertThat(header.path("HeaderName").asString()).isEqualTo("x-betterprompts-edge");
        assertThat(header.path("HeaderValue").toString())
                .contains("{{resolve:secretsmanager:")
                .contains("EdgeSecret");
        assertThat(edge.only("AWS::CloudFront::Function").path("FunctionCode").asString())
                .contains("headers['x-betterprompts-viewer'] = {value: event.viewer.ip}");
        assertThat(distribution("edge")
                        .at("/DefaultCacheBehavior/FunctionAssociations/0/EventType")
                        .asString())
                .isEqualTo("viewer-request");
    }

    @Test
    void letsEachFunctionBehindTheApiAskForTheSecretOfTheEdge() {
        CloudTemplate stateless = STACKS.template("edge", "stateless");

        assertThat(LeastPrivilege.readersOf(stateless, "EdgeSecret")).hasSize(5);
        assertThat(stateless.functions()).allSatisfy((name, function) -> {
            JsonNode variables = function.at("/Environment/Variables");
            assertThat(variables.has("EDGE_SECRET")).as(name).isEqualTo(variables.has("CACHE_TABLE"));
        });
        assertThat(STACKS.template("dev", "stateless").root().toString()).doesNotContain("EDGE_SECRET");
    }

    @Test
    void putsTheFilesThereAndTellsCloudFrontToForgetTheOldOnes() {
        CloudTemplate edge = STACKS.template("everything", "edge");
        JsonNode copy = edge.only("Custom::CDKBucketDeployment");

        assertThat(copy.path("Prune").asBoolean()).isTrue();
        assertThat(copy.path("RetainOnDelete").asBoolean(true)).isFalse();
        assertThat(copy.path("DistributionPaths").toString()).isEqualTo("[\"/*\"]");
    }

    @Test
    void putsTheFirewallWhereCloudFrontLooksForIt() {
        JsonNode rules = STACKS.template("everything", "firewall").only("AWS::WAFv2::WebACL");

        assertThat(rules.path("Scope").asString()).isEqualTo("CLOUDFRONT");
        assertThat(distribution("everything").path("WebACLId").toString()).contains("firewall");
        assertThat(distribution("edge").has("WebACLId")).isFalse();
    }

    @Test
    void refusesFloodsAndKnownAttackersButNoPrompt() {
        JsonNode rules = STACKS.template("everything", "firewall").only("AWS::WAFv2::WebACL");
        Map<String, JsonNode> byName = new TreeMap<>();
        rules.path("Rules").forEach(rule -> byName.put(rule.path("Name").asString(), rule.path("Statement")));
        List<String> counted = new ArrayList<>();
        requireNonNull(byName.get("AWSManagedRulesCommonRuleSet"))
                .at("/ManagedRuleGroupStatement/RuleActionOverrides")
                .forEach(rule -> counted.add(rule.path("Name").asString()));

        assertThat(byName.keySet())
                .containsExactly("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "floods");
        assertThat(counted).hasSize(5).allMatch(name -> name.endsWith("_BODY"));
        assertThat(requireNonNull(byName.get("floods"))
                        .at("/RateBasedStatement/Limit")
                        .asInt())
                .isEqualTo(30_000);
    }

    @Test
    void answersToItsNameWithItsCertificate() {
        JsonNode distribution = distribution("everything");

        assertThat(distribution.path("Aliases").toString()).isEqualTo("[\"prompts.example.com\"]");
        assertThat(distribution.at("/ViewerCertificate/MinimumProtocolVersion").asString())
                .isEqualTo("TLSv1.2_2021");
        assertThat(STACKS.template("everything", "stateless").all("AWS::ApiGatewayV2::DomainName"))
                .isEmpty();
    }

    @Test
    void entersTheNameIntoTheZone() {
        JsonNode entry = STACKS.template("everything", "edge").only("AWS::Route53::RecordSet");

        assertThat(entry.path("Name").asString()).isEqualTo("prompts.example.com.");
        assertThat(entry.path("HostedZoneId").asString()).isEqualTo("Z012345");
    }

    @Test
    void givesTheNameToTheApiItselfWithoutCloudFront() {
        CloudTemplate stateless = STACKS.template("elsewhere", "stateless");

        assertThat(stateless
                        .only("AWS::ApiGatewayV2::DomainName")
                        .path("DomainName")
                        .asString())
                .isEqualTo("prompts.example.com");
        assertThat(stateless.all("AWS::ApiGatewayV2::ApiMapping")).hasSize(1);
        assertThat(stateless.all("AWS::Route53::RecordSet"))
                .as("the zone was not named")
                .isEmpty();
        assertThat(stateless.root().at("/Outputs/Url/Value").asString()).isEqualTo("https://prompts.example.com");
    }

    private static Map<String, JsonNode> behaviors(String deployment) {
        Map<String, JsonNode> behaviors = new TreeMap<>();
        distribution(deployment)
                .path("CacheBehaviors")
                .forEach(behavior -> behaviors.put(behavior.path("PathPattern").asString(), behavior));
        return behaviors;
    }

    private static JsonNode distribution(String deployment) {
        return STACKS.template(deployment, "edge")
                .only("AWS::CloudFront::Distribution")
                .path("DistributionConfig");
    }
}
