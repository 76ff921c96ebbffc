package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The templates as they were last looked at. What changes them on purpose writes them anew, with
 * {@code -Dsnapshot.write=true}, and shows the difference to whoever reviews it.
 */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class SnapshotIT {

    private static final Path FOLDER = Path.of("src/test/resources/templates");

    /** Of the others, OptionsIT looks at what they have beyond these. */
    static Stream<String> stacks() {
        return Synthesised.all().stacks().keySet().stream()
                .filter(stack -> stack.matches("(dev|prod) .*|everything (edge|firewall)"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void saysWhatItSaidWhenItWasLastLookedAt(String stack) throws IOException {
        String[] names = stack.split(" ", -1);
        String summary = TemplateSummary.of(Synthesised.all().template(names[0], names[1]));
        Path kept = FOLDER.resolve(names[0] + "-" + names[1] + ".txt");
        if (Boolean.getBoolean("snapshot.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(kept, summary);
        }

        assertThat(summary).isEqualTo(Files.readString(kept));
    }

    @Test
    void sumsUpEachPropertyAndNoHash() {
        String summary = TemplateSummary.of(CloudTemplate.of("""
                {"Resources": {
                  "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"RouteKey": "GET /"}},
                  "B": {"Type": "AWS::X::B", "Metadata": {"not": "deployed"}, "Properties": {
                    "Size": 1, "Key": {"Ref": "A"}, "Tags": ["x", "y"], "Rules": [{"Name": "r"}]}},
                  "ACurrentVersion01234567%s": {"Type": "AWS::X::A", "DeletionPolicy": "Retain", "Properties": {
                    "S3Key": "%s.zip"}}}}""".formatted("a".repeat(32), "0".repeat(64))));

        assertThat(summary).isEqualTo("""
                ACurrentVersion01234567HASH AWS::X::A
                  DeletionPolicy = "Retain"
                  Properties.S3Key = "HASH.zip"

                B AWS::X::B
                  Properties.Key = {"Ref":"A"}
                  Properties.Rules[0].Name = "r"
                  Properties.Size = 1
                  Properties.Tags = ["x","y"]

                """);
    }
}
