package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * Makes the templates of one deployment. CDK's command line runs this and says in the environment where to write them and
 * which options are chosen. Needs node and neither network nor account.
 */
final class Synthesis {

    /** What is off by default for the sake of older projects; and that a stack others take from cannot be deleted first. */
    private static final Map<String, Object> FLAGS = Map.of(
            "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
            "@aws-cdk/aws-iam:minimizePolicies", true,
            "@aws-cdk/core:validateAgainstDefaultRules", true,
            "@aws-cdk/core:defaultCrossStackReferences", "strong");

    private Synthesis() {}

    /** Takes the repository's folder. */
    public static void main(String... arguments) {
        try {
            Path repository = Path.of(arguments[0]);
            Contract contract = Contract.load();
            App app = new App(settings().build());
            Options options = Options.from(context(app), contract, repository);
            Stacks.in(app, new Deployment(options), new Artifacts(repository), contract);
            app.synth();
        } catch (UnusableArtifact | UnusableOption e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** No account's id and no path of this machine gets into a template. */
    static AppProps.Builder settings() {
        return AppProps.builder()
                .analyticsReporting(false)
                .stackTraces(false)
                .treeMetadata(false)
                .context(FLAGS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> context(App app) {
        return (Map<String, ?>) app.getNode().getAllContext();
    }
}
