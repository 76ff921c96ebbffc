package io.betterprompts.infra;

import static io.betterprompts.infra.ProductFunction.Need.ENGINE_LAYER;
import static io.betterprompts.infra.ProductFunction.Need.SIGNING_SECRET;

import io.betterprompts.common.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/** What can be thrown away and made again: the functions and the API. */
final class StatelessStack extends Stack {

    /** What CDK calls the function that runs the migration's. */
    private static final String TRIGGER = "AWSCDK.TriggerCustomResourceProviderCustomResourceProvider";

    private final Deployment deployment;
    private final StatefulStack state;
    private final Artifacts artifacts;
    private final LayerVersion engine;
    private final Architecture architecture;
    private final Map<String, Alias> live = new TreeMap<>();
    private final HttpApi api;

    StatelessStack(
            Construct scope, Deployment deployment, StatefulStack state, Artifacts artifacts, Contract contract) {
        super(
                scope,
                deployment.name("stateless"),
                deployment.stack("stateless", "functions and API").build());
        this.deployment = deployment;
        this.state = state;
        this.artifacts = artifacts;
        architecture = architecture(Processor.of(artifacts.engineLayer()));
        engine = engineLayer();
        Map<String, JavaFunction> functions = functionsBehindApi();
        functions.forEach((name, function) -> live.put(name, function.live()));
        migrateBefore(functions.values(), live.values());
        eraseOldHistoryDaily();
        HttpRoutes routes = new HttpRoutes(this, "Routes", deployment, state.key(), contract, live);
        api = routes.api();
        CfnOutput.Builder.create(this, "Url").value(routes.url()).build();
    }

    HttpApi api() {
        return api;
    }

    /**
     * Lets requests go over to new versions step by step, and back if alarms are raised meanwhile.
     *
     * @return where all alarms are sent
     */
    AlarmTopic shiftGradually() {
        AlarmTopic alarms = new AlarmTopic(this, "AlarmTopic", deployment, state.key());
        new GradualShift(this, "Shift", deployment, api, live, alarms);
        return alarms;
    }

    private LayerVersion engineLayer() {
        return LayerVersion.Builder.create(this, "EngineLayer")
                .description("Engine, model and libtorch")
                .code(Code.fromAsset(artifacts.engineLayer().file().toString()))
                .compatibleRuntimes(List.of(JavaFunction.RUNTIME))
                .compatibleArchitectures(List.of(architecture))
                .build();
    }

    private Map<String, JavaFunction> functionsBehindApi() {
        Map<String, JavaFunction> functions = new TreeMap<>();
        for (ProductFunction spec : ProductFunction.values()) {
            if (spec.isBehindApi()) {
                functions.put(spec.id(), function(spec));
            }
        }
        return functions;
    }

    /**
     * A deployment whose migration fails is rolled back before a request has reached new code, and before a snapshot of it is
     * taken, which may want to read tables.
     */
    private void migrateBefore(Collection<JavaFunction> functions, Collection<Alias> live) {
        Function migrate = function(ProductFunction.MIGRATE).function();
        Trigger.Builder.create(this, "Migration")
                .handler(migrate)
                .timeout(Duration.seconds(ProductFunction.MIGRATE.timeout().toSeconds()))
                .executeBefore(Stream.concat(live.stream(), functions.stream().map(JavaFunction::version))
                        .toList())
                .build();
        HelperLog log = new HelperLog(this, "MigrationLog", "migration", deployment, state.key());
        log.keepsThatOf((CfnResource) getNode().findChild(TRIGGER).getNode().findChild("Handler"));
    }

    /** At night in Europe and America, when few use it. */
    private void eraseOldHistoryDaily() {
        Rule.Builder.create(this, "Retention")
                .description("Erases history that its owners no longer want kept")
                .schedule(Schedule.cron(
                        CronOptions.builder().hour("4").minute("17").build()))
                .targets(List.of(
                        new LambdaFunction(function(ProductFunction.RETENTION).function())))
                .build();
    }

    private JavaFunction function(ProductFunction spec) {
        JavaFunction function = new JavaFunction(
                this,
                spec,
                new JavaFunction.Props(
                        deployment,
                        state.network(),
                        state.key(),
                        architecture,
                        artifacts.of(spec),
                        spec.needs(ENGINE_LAYER) ? List.of(engine) : List.of(),
                        environment(spec)));
        state.database().grantLogin(function.function());
        if (spec.isBehindApi()) {
            state.cache().grantUse(function.function());
            state.grantEdgeSecret(function.function());
        }
        if (spec.needs(SIGNING_SECRET)) {
            state.grantSigningSecret(function.function());
        }
        return function;
    }

    /** What a function is told: where the database is, what all behind the API are told, and what it alone needs. */
    private Map<String, String> environment(ProductFunction spec) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("DB_URL", state.database().url());
        environment.put("DB_SECRET", state.database().loginArn());
        if (spec.isBehindApi()) {
            environment.putAll(behindApi());
        }
        environment.putAll(own(spec));
        return environment;
    }

    private Map<String, String> behindApi() {
        Map<String, String> shared = new TreeMap<>();
        shared.put("CACHE_TABLE", state.cache().name());
        state.edgeSecret().ifPresent(secret -> shared.put("EDGE_SECRET", secret.getSecretArn()));
        given().rateLimits().ifPresent(limits -> shared.put("RATE_LIMITS", limits));
        if (deployment.size().isWatched()) {
            shared.put("METRICS_NAMESPACE", deployment.metrics());
        }
        return shared;
    }

    private Map<String, String> own(ProductFunction spec) {
        return switch (spec) {
            case AUTH -> Map.of("SIGNING_SECRET", state.signingSecretArn());
            case ENHANCE -> enhance();
            case HISTORY, TEMPLATES, SETTINGS, MIGRATE, RETENTION -> Map.of();
        };
    }

    private Map<String, String> enhance() {
        Map<String, String> own = new TreeMap<>();
        own.put("DJL_CACHE_DIR", "/tmp/djl"); // unpacks libtorch there; the home folder is read-only
        own.put("ANONYMOUS_ENHANCE", Boolean.toString(given().anonymousEnhance()));
        given().rulesOverlay().ifPresent(rules -> own.put("RULES_OVERLAY", rules));
        List<String> origins = given().cors().origins();
        if (!origins.isEmpty()) {
            own.put("CORS_ORIGINS", String.join(",", origins));
        }
        return own;
    }

    /** What the deployment's options say; what they leave out is left to the functions. */
    private FunctionSettings given() {
        return deployment.options().functions();
    }

    private static Architecture architecture(Processor processor) {
        return switch (processor) {
            case AARCH64 -> Architecture.ARM_64;
            case X86_64 -> Architecture.X86_64;
        };
    }
}
