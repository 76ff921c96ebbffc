package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import tools.jackson.databind.JsonNode;

/** What AWS's rules find, in stacks that make use of each option. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class NagIT {

    @Test
    void findsNothingThatIsNotAccepted() {
        List<String> findings = new ArrayList<>();
        Synthesised.all().stacks().forEach((name, stack) -> findings.addAll(stack.complaints()));

        assertThat(findings).allMatch(NagIT::isOfTheNetworkThatWasThere);
    }

    /** CDK cannot know the routes of subnets it did not make, and says so. */
    private static boolean isOfTheNetworkThatWasThere(String finding) {
        return finding.startsWith("/elsewhere/") && finding.contains("No routeTableId was provided");
    }

    @Test
    void isSeenToFindABucketThatAnybodyCouldListenIn(@TempDir Path folder) {
        App app = new App(Synthesis.settings().outdir(folder.toString()).build());
        Stack stack = new Stack(app, "Planted");
        new Bucket(stack, "Bucket");
        Aspects.of(app).add(Stacks.rules());

        assertThat(SynthesisedStack.in(Path.of(app.synth().getDirectory())))
                .singleElement()
                .satisfies(planted -> assertThat(planted.complaints())
                        .anyMatch(finding -> finding.startsWith("/Planted/Bucket/Resource AwsSolutions-S10")));
    }

    @Test
    void acceptsNothingWithoutAReasonAndNotTwiceOnOneResource() {
        Synthesised.all()
                .stacks()
                .forEach((name, stack) -> stack.template()
                        .root()
                        .path("Resources")
                        .properties()
                        .forEach(resource -> {
                            List<JsonNode> accepted = List.copyOf(resource.getValue()
                                    .at("/Metadata/cdk_nag/rules_to_suppress")
                                    .values());
                            assertThat(accepted)
                                    .as(name + " " + resource.getKey())
                                    .allMatch(rule ->
                                            rule.path("reason").asString().length() > 20)
                                    .doesNotHaveDuplicates();
                        }));
    }
}
