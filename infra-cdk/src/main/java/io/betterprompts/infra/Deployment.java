package io.betterprompts.infra;

import java.util.Optional;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** One deployment in one account and region. All names come from here. */
record Deployment(Options options) {

    DeploymentSize size() {
        return options.size();
    }

    String name(String part) {
        return "betterprompts-" + size().id() + "-" + part;
    }

    /** What the functions' own metrics are put in. */
    String metrics() {
        return name("metrics");
    }

    /** Where the deployment is. */
    StackProps.Builder stack(String part, String description) {
        return stack(part, description, options.region());
    }

    /** @param region the one of the AWS credentials if it is empty */
    StackProps.Builder stack(String part, String description, Optional<String> region) {
        StackProps.Builder props = StackProps.builder()
                .stackName(name(part))
                .description("BetterPrompts " + size().id() + ": " + description);
        region.ifPresent(r -> props.env(Environment.builder().region(r).build()));
        return props;
    }
}
