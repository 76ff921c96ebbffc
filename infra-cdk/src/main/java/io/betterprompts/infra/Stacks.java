package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Optional;
import software.amazon.awscdk.Aspects;
import software.constructs.Construct;

/** All stacks of one deployment. What AWS's rules find in them is an error, unless it is accepted where it is. */
final class Stacks {

    private Stacks() {}

    static void in(Construct scope, Deployment deployment, Artifacts artifacts, Contract contract) {
        Aspects.of(scope).add(rules());
        StatefulStack state = new StatefulStack(scope, deployment);
        StatelessStack functions = new StatelessStack(scope, deployment, state, artifacts, contract);
        if (deployment.options().edge().cloudFront()) {
            new EdgeStack(scope, deployment, state, functions, firewall(scope, deployment), contract);
        }
        if (deployment.size().isWatched()) {
            new WatchStack(scope, deployment, state, functions, functions.shiftGradually());
        }
    }

    static AwsSolutionsChecks rules() {
        return AwsSolutionsChecks.Builder.create().verbose(true).reports(false).build();
    }

    private static Optional<FirewallStack> firewall(Construct scope, Deployment deployment) {
        return deployment.options().edge().firewall()
                ? Optional.of(new FirewallStack(scope, deployment))
                : Optional.empty();
    }
}
