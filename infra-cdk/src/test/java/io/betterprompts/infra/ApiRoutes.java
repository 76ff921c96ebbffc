package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The routes of a template's HTTP API, followed to the functions they end at. */
final class ApiRoutes {

    private final CloudTemplate template;

    ApiRoutes(CloudTemplate template) {
        this.template = template;
    }

    /** By route key, the logical id of the alias a route calls. */
    Map<String, String> aliases() {
        Map<String, String> aliases = new TreeMap<>();
        template.all("AWS::ApiGatewayV2::Route").forEach(route -> {
            String integration = text(route.path("Target")).replace("integrations/", "");
            JsonNode properties = template.properties(integration);
            aliases.put(
                    route.path("RouteKey").asString(),
                    properties.path("IntegrationUri").path("Ref").asString());
        });
        return aliases;
    }

    /** The name of the function an alias points to, if it points to a version of that same function. */
    String functionBehind(String alias) {
        JsonNode properties = template.properties(alias);
        String function = properties.path("FunctionName").path("Ref").asString();
        String version = properties.at("/FunctionVersion/Fn::GetAtt/0").asString();
        String versioned =
                template.properties(version).path("FunctionName").path("Ref").asString();
        return versioned.equals(function)
                ? template.properties(function).path("FunctionName").asString()
                : "another";
    }

    /** Whether API Gateway may call the alias for this route. */
    boolean isPermitted(String routeKey, String alias) {
        String source = ":api/" + "$default/" + sourceOf(routeKey);
        return template.all("AWS::Lambda::Permission").stream()
                .filter(p -> p.path("FunctionName").path("Ref").asString().equals(alias))
                .filter(p -> p.path("Principal").asString().equals("apigateway.amazonaws.com"))
                .map(p -> text(p.path("SourceArn")))
                .anyMatch(pattern -> matches(pattern, source));
    }

    /** What API Gateway names as the source: method and path, or the default route as it is. */
    private static String sourceOf(String routeKey) {
        return routeKey.replaceFirst(" ", "");
    }

    private static boolean matches(String pattern, String source) {
        String end = pattern.substring(pattern.indexOf(":api/"));
        String regex = List.of(end.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow();
        return source.matches(regex);
    }

    /** A text with its references; the API's own id becomes "api", any other its logical id. */
    private String text(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        if (node.has("Ref")) {
            String id = node.path("Ref").asString();
            return template.resources("AWS::ApiGatewayV2::Api").containsKey(id) ? "api" : id;
        }
        StringBuilder joined = new StringBuilder();
        node.path("Fn::Join").path(1).forEach(part -> joined.append(text(part)));
        return joined.toString();
    }
}
