package io.betterprompts.infra;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What {@code sam-local/template.yaml} must say, taken from the template that CDK makes of the stateless stack: functions,
 * handlers, memory, time, layers, variables and routes. What a function finds in AWS alone is left out or replaced.
 */
final class SamTemplate {

    /**
     * For a login the local template has DB_USER and DB_PASSWORD; without a table, the cache is in memory. Origins are what one
     * deployment chose.
     */
    private static final Set<String> CLOUD_ALONE = Set.of("CACHE_TABLE", "CORS_ORIGINS", "DB_SECRET");

    /** What names something in AWS, by what it is on one machine; env.json fills in what is empty. */
    private static final Map<String, String> LOCAL =
            Map.of("DB_URL", "''", "SIGNING_SECRET", "file:/opt/signing-secret");

    private static final String HEAD = """
            # Written by SamTemplateIT from the template that CDK makes; a change by hand fails that test.
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Description: BetterPrompts in Lambda's containers on one machine. To deploy it, see docs/deploy.md.
            Parameters:
              Architecture:
                Type: String
                Default: {architecture}
                AllowedValues: [arm64, x86_64]
                Description: The processor that the zips were built for
            Globals:
              Function:
                Runtime: {runtime}
                Architectures: [!Ref Architecture]
                Tracing: Active
                Environment:
                  Variables:
                    DB_USER: ''
                    DB_PASSWORD: ''
                    RATE_LIMITS: ''
            Resources:
              EngineLayer:
                Type: AWS::Serverless::LayerVersion
                Properties:
                  ContentUri: ../engine-layer/target/engine-layer.zip
                  CompatibleRuntimes: [{runtime}]
                  CompatibleArchitectures: [!Ref Architecture]
                  RetentionPolicy: Delete
              LocalSecrets:
                Type: AWS::Serverless::LayerVersion
                Properties:
                  ContentUri: secrets
                  RetentionPolicy: Delete
            """;

    private final CloudTemplate cloud;
    private final Contract contract;
    private final ApiRoutes routes;

    SamTemplate(CloudTemplate cloud, Contract contract) {
        this.cloud = cloud;
        this.contract = contract;
        this.routes = new ApiRoutes(cloud);
    }

    String text() {
        JsonNode any = cloud.functions().values().iterator().next();
        String runtime = any.path("Runtime").asString();
        StringBuilder text = new StringBuilder(HEAD.replace("{runtime}", runtime)
                .replace("{architecture}", any.at("/Architectures/0").asString()));
        new TreeMap<>(cloud.functions()).forEach((name, properties) -> text.append(function(name, properties)));
        return text.toString();
    }

    private String function(String name, JsonNode properties) {
        String id = name.substring(name.lastIndexOf('-') + 1);
        StringBuilder text = new StringBuilder("""
                  %s:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: ../functions/%s/target/%s-lambda.zip
                      Handler: %s
                      MemorySize: %d
                      Timeout: %d
                """.formatted(
                        id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                        id,
                        id,
                        properties.path("Handler").asString(),
                        properties.path("MemorySize").asInt(),
                        properties.path("Timeout").asInt()));
        layers(properties)
                .forEach(layer ->
                        text.append("      Layers: [!Ref ").append(layer).append("]\n"));
        text.append("      Environment:\n        Variables:\n");
        variables(properties).forEach((key, value) -> text.append("          %s: %s\n".formatted(key, value)));
        return text.append(events(name)).toString();
    }

    /** The engine where CDK gives it; the secret where CDK lets it be read. */
    private static List<String> layers(JsonNode properties) {
        boolean hasSecret = properties.at("/Environment/Variables").has("SIGNING_SECRET");
        return properties.has("Layers") ? List.of("EngineLayer") : hasSecret ? List.of("LocalSecrets") : List.of();
    }

    private static Map<String, String> variables(JsonNode properties) {
        Map<String, String> variables = new TreeMap<>();
        properties.at("/Environment/Variables").properties().forEach(variable -> {
            String key = variable.getKey();
            JsonNode value = variable.getValue();
            if (!CLOUD_ALONE.contains(key)) {
                variables.put(key, value.isString() ? text(value.asString()) : requireNonNull(LOCAL.get(key), key));
            }
        });
        return variables;
    }

    /** YAML would make a truth value of some texts. */
    private static String text(String value) {
        return value.equals("true") || value.equals("false") ? "'" + value + "'" : value;
    }

    private String events(String function) {
        StringBuilder text = new StringBuilder();
        routes.aliases().forEach((route, alias) -> {
            if (routes.functionBehind(alias).equals(function)) {
                text.append(contract.byRouteKey(route)
                        .map(SamTemplate::event)
                        .orElse("        Default: {Type: HttpApi}\n"));
            }
        });
        return text.isEmpty() ? "" : "      Events:\n" + text;
    }

    private static String event(Operation operation) {
        return "        %s: {Type: HttpApi, Properties: {Method: %s, Path: '%s'}}\n"
                .formatted(operation.id(), operation.method(), operation.path());
    }
}
