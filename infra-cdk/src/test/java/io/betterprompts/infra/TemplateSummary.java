package io.betterprompts.infra;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A template for people to read in a diff: a line for each property of each resource, in order. Without the routes
 * and what they call, which are the contract's, and without what changes with every build: the hashes of files and versions.
 */
final class TemplateSummary {

    private static final Set<String> OF_THE_CONTRACT =
            Set.of("AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route", "AWS::Lambda::Permission");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}");

    private final StringBuilder text = new StringBuilder();

    private TemplateSummary() {}

    static String of(CloudTemplate template) {
        Map<String, JsonNode> resources = new TreeMap<>();
        template.root().path("Resources").properties().forEach(r -> resources.put(r.getKey(), r.getValue()));
        TemplateSummary summary = new TemplateSummary();
        resources.forEach((id, resource) -> {
            if (!OF_THE_CONTRACT.contains(resource.path("Type").asString())) {
                summary.resource(id, resource);
            }
        });
        String hashless = HASH.matcher(summary.text).replaceAll("HASH");
        return VERSION.matcher(hashless).replaceAll("$1HASH");
    }

    private void resource(String id, JsonNode resource) {
        text.append(id).append(' ').append(resource.path("Type").asString()).append('\n');
        resource.properties().stream()
                .filter(part -> !part.getKey().equals("Type") && !part.getKey().equals("Metadata"))
                .forEach(part -> lines(part.getKey(), part.getValue()));
        text.append('\n');
    }

    /** Arrays of texts and CloudFormation's functions stay on one line. */
    private void lines(String path, JsonNode node) {
        boolean isShort = !node.isContainer() || node.isEmpty() || isReference(node) || isOfTexts(node);
        if (isShort) {
            text.append("  ").append(path).append(" = ").append(node).append('\n');
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                lines(path + "[" + i + "]", node.get(i));
            }
        } else {
            sorted(node).forEach((key, value) -> lines(path + "." + key, value));
        }
    }

    private static Map<String, JsonNode> sorted(JsonNode node) {
        Map<String, JsonNode> map = new TreeMap<>();
        node.properties().forEach(property -> map.put(property.getKey(), property.getValue()));
        return map;
    }

    private static boolean isReference(JsonNode node) {
        return node.isObject()
                && node.size() == 1
                && node.properties().stream()
                        .allMatch(p -> p.getKey().equals("Ref") || p.getKey().startsWith("Fn::"));
    }

    private static boolean isOfTexts(JsonNode node) {
        return node.isArray() && node.values().stream().allMatch(JsonNode::isString);
    }
}
