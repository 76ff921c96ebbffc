package io.betterprompts.infra;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What tells people how a deployment fares. It can come and go without touching what it watches. */
final class WatchStack extends Stack {

    WatchStack(
            Construct scope, Deployment deployment, StatefulStack state, StatelessStack functions, AlarmTopic topic) {
        super(
                scope,
                deployment.name("watch"),
                deployment.stack("watch", "alarms and dashboard").build());
        Measures measures = new Measures(
                deployment,
                functions.api().getApiId(),
                state.database().instance().getInstanceIdentifier(),
                state.cache().name());
        new Alarms(this, "Alarms", deployment, measures, topic);
        new Overview(this, "Overview", deployment, measures);
    }
}
