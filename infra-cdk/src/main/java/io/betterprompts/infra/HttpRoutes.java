package io.betterprompts.infra;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.http.Cors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import software.constructs.Construct;

/** The HTTP API. Each operation of the contract is a route to its function; what no route matches goes to the default. */
final class HttpRoutes extends Construct {

    /** No address and no path with ids: only what tells which operation failed, and where to look in the function's log. */
    private static final String LOG_FORMAT = "{\"request_id\":\"$context.requestId\",\"route\":\"$context.routeKey\","
            + "\"status\":$context.status,\"latency_ms\":$context.responseLatency,"
            + "\"integration_error\":\"$context.integrationErrorMessage\"}";

    private final Map<String, HttpLambdaIntegration> integrations = new HashMap<>();
    private final HttpApi api;
    private final HttpStage stage;
    private final String url;

    /** @param key that the log is encrypted with */
    HttpRoutes(
            Construct scope,
            String id,
            Deployment deployment,
            @Nullable IKey key,
            Contract contract,
            Map<String, Alias> functions) {
        super(scope, id);
        Alias rest = functions.get(contract.defaultFunction());
        if (rest == null) {
            throw notDeployed(contract.defaultFunction());
        }
        functions.forEach((name, function) -> integrations.put(name, integration(name, function)));
        HttpApi.Builder builder = HttpApi.Builder.create(this, "Api")
                .apiName(deployment.name("api"))
                .defaultIntegration(to(contract.defaultFunction()))
                .createDefaultStage(false);
        Cors cors = deployment.options().functions().cors();
        if (!cors.origins().isEmpty()) {
            builder.corsPreflight(preflight(cors));
        }
        api = builder.build();
        contract.operations().forEach(this::route);
        Accepted.finding(
                api.getNode().findChild("DefaultRoute"), "APIG4", "Answers 404 or 405 to whatever is no operation");
        permitDefaultRoute(rest);
        stage = stage(deployment.size().throttle());
        log(deployment, key);
        Optional<Domain> domain = deployment
                .options()
                .domain()
                .filter(d -> !deployment.options().edge().cloudFront());
        domain.ifPresent(this::answerTo);
        url = domain.map(d -> "https://" + d.name()).orElse(api.getApiEndpoint());
    }

    /** API Gateway then answers browsers that ask first, and says on each answer who may read it. */
    private static CorsPreflightOptions preflight(Cors cors) {
        return CorsPreflightOptions.builder()
                .allowOrigins(cors.origins())
                .allowMethods(Cors.METHODS.stream().map(CorsHttpMethod::valueOf).toList())
                .allowHeaders(Cors.HEADERS)
                .exposeHeaders(Cors.EXPOSED)
                .maxAge(Duration.seconds(Cors.MAX_AGE_SECONDS))
                .build();
    }

    /** Answers to the name, too; where CloudFront stands before the API, it does that. */
    private void answerTo(Domain domain) {
        DomainName name = DomainName.Builder.create(this, "Domain")
                .domainName(domain.name())
                .certificate(Certificate.fromCertificateArn(this, "Certificate", domain.certificate()))
                .build();
        ApiMapping.Builder.create(this, "Mapping")
                .api(api)
                .domainName(name)
                .stage(stage)
                .build();
        domain.enter(
                this, new ApiGatewayv2DomainProperties(name.getRegionalDomainName(), name.getRegionalHostedZoneId()));
    }

    /** Where the API answers. */
    String url() {
        return url;
    }

    HttpApi api() {
        return api;
    }

    static String logName(Deployment deployment) {
        return "/aws/vendedlogs/" + deployment.name("api");
    }

    private void route(Operation operation) {
        api.addRoutes(AddRoutesOptions.builder()
                        .path(operation.path())
                        .methods(List.of(HttpMethod.valueOf(operation.method())))
                        .integration(to(operation.function()))
                        .build())
                .forEach(route -> Accepted.finding(
                        route,
                        "APIG4",
                        operation.secured()
                                ? "The function proves the caller"
                                : "The contract lets anybody call this operation"));
    }

    private HttpLambdaIntegration to(String function) {
        HttpLambdaIntegration integration = integrations.get(function);
        if (integration == null) {
            throw notDeployed(function);
        }
        return integration;
    }

    private static InvalidContract notDeployed(String function) {
        return new InvalidContract("the contract names " + function + ", which is no function that is deployed");
    }

    /** The permission for routes with method and path, which the integration brings, does not match this one. */
    private void permitDefaultRoute(Alias function) {
        function.addPermission(
                "DefaultRoute",
                Permission.builder()
                        .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                        .sourceArn(Stack.of(this)
                                .formatArn(ArnComponents.builder()
                                        .service("execute-api")
                                        .resource(api.getApiId())
                                        .resourceName("*/$default")
                                        .build()))
                        .build());
    }

    /** One permission for the API as a whole: with one for each route a function's policy would outgrow its limit. */
    private static HttpLambdaIntegration integration(String name, Alias function) {
        return HttpLambdaIntegration.Builder.create(name, function)
                .scopePermissionToRoute(false)
                .build();
    }

    private HttpStage stage(DeploymentSize.Throttle throttle) {
        return HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(throttle.requestsPerSecond())
                        .burstLimit(throttle.burst())
                        .build())
                .build();
    }

    private void log(Deployment deployment, @Nullable IKey key) {
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .logGroupName(logName(deployment))
                .encryptionKey(key)
                .retention(deployment.size().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        CfnStage resource = (CfnStage) stage.getNode().getDefaultChild();
        resource.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LOG_FORMAT)
                .build());
    }
}
