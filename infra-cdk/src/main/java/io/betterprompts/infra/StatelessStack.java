package io.betterprompts.infra;

import static io.betterprompts.infra.ProductFunction.Need.ENGINE_LAYER;
import static io.betterprompts.infra.ProductFunction.Need.SIGNING_SECRET;

import io.betterprompts.common.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
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
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/** What can be thrown away and made again: the functions and the API. */
final class StatelessStack extends Stack {

    private final Deployment deployment;
    private final StatefulStack state;
    private final Artifacts artifacts;
    private final LayerVersion engine;
    private final Architecture architecture;
    private final HttpApi api;
    private final @Nullable AlarmTopic topic;

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
        Map<String, Alias> live = new TreeMap<>();
        functions.forEach((name, function) -> live.put(name, function.live()));
        migrateBefore(functions.values(), live.values());
        eraseOldHistoryDaily();
        HttpRoutes routes = new HttpRoutes(this, "Routes", deployment, state.key(), contract, live);
        api = routes.api();
        CfnOutput.Builder.create(this, "Url").value(routes.url()).build();
        topic = deployment.size().isWatched() ? shiftGradually(live) : null;
    }

    /** What waits for the alarms; nothing where nobody watches. */
    @Nullable
    AlarmTopic topic() {
        return topic;
    }

    HttpApi api() {
        return api;
    }

    private AlarmTopic shiftGradually(Map<String, Alias> live) {
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

    private Map<String, String> environment(ProductFunction spec) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("DB_URL", state.database().url());
        environment.put("DB_SECRET", state.database().loginArn());
        if (spec.isBehindApi()) {
            environment.put("CACHE_TABLE", state.cache().name());
            Secret edge = state.edgeSecret();
            if (edge != null) {
                environment.put("EDGE_SECRET", edge.getSecretArn());
            }
        }
        if (spec.needs(SIGNING_SECRET)) {
            environment.put("SIGNING_SECRET", state.signingSecretArn());
        }
        if (spec.needs(ENGINE_LAYER)) {
            environment.put("DJL_CACHE_DIR", "/tmp/djl"); // unpacks libtorch there; the home folder is read-only
        }
        environment.putAll(settings(spec));
        return environment;
    }

    /** What the deployment's options say; what they leave out is left to the functions. */
    private Map<String, String> settings(ProductFunction spec) {
        FunctionSettings given = deployment.options().functions();
        Map<String, String> settings = new TreeMap<>();
        if (spec.isBehindApi()) {
            given.rateLimits().ifPresent(limits -> settings.put("RATE_LIMITS", limits));
        }
        if (spec == ProductFunction.ENHANCE) {
            settings.put("ANONYMOUS_ENHANCE", Boolean.toString(given.anonymousEnhance()));
            given.rulesOverlay().ifPresent(rules -> settings.put("RULES_OVERLAY", rules));
            if (!given.cors().origins().isEmpty()) {
                settings.put("CORS_ORIGINS", String.join(",", given.cors().origins()));
            }
        }
        return settings;
    }

    private static Architecture architecture(Processor processor) {
        return switch (processor) {
            case AARCH64 -> Architecture.ARM_64;
            case X86_64 -> Architecture.X86_64;
        };
    }
}
