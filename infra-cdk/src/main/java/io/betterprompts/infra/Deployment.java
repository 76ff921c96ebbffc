package io.betterprompts.infra;

import io.betterprompts.common.http.Cors;
import java.util.List;
import software.amazon.awscdk.StackProps;

/**
 * One deployment in one account and region. All names come from here.
 *
 * @param cors pages of which origins may call it
 */
record Deployment(DeploymentSize size, Cors cors) {

    /** That no page of another origin may call. */
    Deployment(DeploymentSize size) {
        this(size, new Cors(List.of()));
    }

    String name(String part) {
        return "betterprompts-" + size.id() + "-" + part;
    }

    StackProps stack(String part, String description) {
        return StackProps.builder()
                .stackName(name(part))
                .description("BetterPrompts " + size.id() + ": " + description)
                .terminationProtection(size.keepsData())
                .build();
    }
}
