package io.betterprompts.infra;

import software.amazon.awscdk.StackProps;

/** One deployment in one account and region. All names come from here. */
record Deployment(DeploymentSize size) {

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
