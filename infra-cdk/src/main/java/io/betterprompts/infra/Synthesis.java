package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.http.Cors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;

/** Makes the templates of all sizes. Needs node and neither network nor account. */
final class Synthesis {

    /** What a new CDK project has on; off by default for the sake of older ones. */
    private static final Map<String, Object> FLAGS = Map.of(
            "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
            "@aws-cdk/aws-iam:minimizePolicies", true);

    private Synthesis() {}

    /** Takes the repository's folder, the one to write to and, if any, the origins whose pages may call the API. */
    public static void main(String... arguments) {
        try {
            Path out = Path.of(arguments[1]);
            Cors cors = Cors.parse(arguments.length > 2 ? arguments[2] : "");
            write(new Artifacts(Path.of(arguments[0])), Contract.load(), cors, out)
                    .forEach(stack -> System.out.println(out.resolve(stack + ".template.json")));
        } catch (UnusableArtifact e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Returns the names of the stacks. */
    static List<String> write(Artifacts artifacts, Contract contract, Cors cors, Path out) {
        App app = App.Builder.create()
                .outdir(out.toString())
                .analyticsReporting(false)
                .stackTraces(false)
                .treeMetadata(false)
                .context(FLAGS)
                .build();
        for (DeploymentSize size : DeploymentSize.values()) {
            Deployment deployment = new Deployment(size, cors);
            StatefulStack state = new StatefulStack(app, deployment);
            new StatelessStack(app, deployment, state, artifacts, contract);
        }
        return app.synth().getStacks().stream()
                .map(stack -> stack.getStackName())
                .toList();
    }
}
