package io.betterprompts.infra;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A stack as CDK wrote it down.
 *
 * @param region unknown-region if the stack goes wherever the credentials say
 * @param metadata by construct, what CDK and those who look at its constructs have to say
 */
record SynthesisedStack(String name, String region, Path file, JsonNode metadata) {

    /** The stacks of one assembly. */
    static List<SynthesisedStack> in(Path assembly) {
        List<SynthesisedStack> stacks = new ArrayList<>();
        read(assembly.resolve("manifest.json")).path("artifacts").forEach(artifact -> {
            if (artifact.path("type").asString().equals("aws:cloudformation:stack")) {
                stacks.add(of(assembly, artifact));
            }
        });
        return stacks;
    }

    private static SynthesisedStack of(Path assembly, JsonNode artifact) {
        String metadata = artifact.path("additionalMetadataFile").asString();
        return new SynthesisedStack(
                artifact.at("/properties/stackName").asString(),
                artifact.path("environment").asString().replaceFirst(".*/", ""),
                assembly.resolve(artifact.at("/properties/templateFile").asString()),
                read(assembly.resolve(metadata)));
    }

    /** Of the deployment: stateful, stateless, … */
    String part() {
        return name.replaceFirst(".*-", "");
    }

    CloudTemplate template() {
        return CloudTemplate.read(file);
    }

    /** What is wrong with a construct, or may be, behind its path. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        metadata.properties()
                .forEach(construct -> construct.getValue().forEach(entry -> {
                    if (List.of("aws:cdk:error", "aws:cdk:warning")
                            .contains(entry.path("type").asString())) {
                        complaints.add(
                                construct.getKey() + " " + entry.path("data").asString());
                    }
                }));
        return complaints;
    }

    private static JsonNode read(Path file) {
        try {
            return Json.mapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
