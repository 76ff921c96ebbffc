package io.betterprompts.infra;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A CloudFormation template, and what is asked of it. */
record CloudTemplate(JsonNode root) {

    static CloudTemplate read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CloudTemplate of(String json) {
        return new CloudTemplate(Json.mapper().readTree(json));
    }

    int size() {
        return root.path("Resources").size();
    }

    /** By logical id. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        root.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asString().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        });
        return found;
    }

    /** The properties of all resources of a type. */
    List<JsonNode> all(String type) {
        return resources(type).values().stream().map(r -> r.path("Properties")).toList();
    }

    JsonNode only(String type) {
        List<JsonNode> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " of " + type);
        }
        return all.getFirst();
    }

    JsonNode properties(String id) {
        return root.path("Resources").path(id).path("Properties");
    }

    /** The product's functions by name; CDK's own, which runs the migration, is not one of them. */
    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = new LinkedHashMap<>();
        all("AWS::Lambda::Function").stream()
                .filter(f -> f.path("Runtime").asString().startsWith("java"))
                .forEach(f -> functions.put(f.path("FunctionName").asString(), f));
        return functions;
    }

    /** All that any role is allowed, whether by a policy of its own or inside the role. */
    List<Statement> allowed() {
        List<Statement> statements = new ArrayList<>();
        resources("AWS::IAM::Policy").forEach((id, policy) -> {
            JsonNode properties = policy.path("Properties");
            properties
                    .path("Roles")
                    .forEach(role -> properties
                            .path("PolicyDocument")
                            .path("Statement")
                            .forEach(s -> statements.add(
                                    new Statement(role.path("Ref").asString(), s))));
        });
        resources("AWS::IAM::Role")
                .forEach((id, role) -> role.path("Properties")
                        .path("Policies")
                        .forEach(policy -> policy.path("PolicyDocument")
                                .path("Statement")
                                .forEach(s -> statements.add(new Statement(id, s)))));
        return statements.stream().filter(Statement::allows).toList();
    }

    /** All that the role may do, whatever to. */
    Set<String> actionsOf(String role) {
        Set<String> actions = new TreeSet<>();
        allowed().stream().filter(s -> s.role().equals(role)).forEach(s -> actions.addAll(s.actions()));
        return actions;
    }

    record Statement(String role, JsonNode node) {

        boolean allows() {
            return node.path("Effect").asString().equals("Allow");
        }

        Set<String> actions() {
            Set<String> actions = new TreeSet<>();
            list(node.path("Action")).forEach(action -> actions.add(action.asString()));
            return actions;
        }

        List<JsonNode> resources() {
            return list(node.path("Resource"));
        }

        private static List<JsonNode> list(JsonNode node) {
            return node.isArray() ? List.copyOf(node.values()) : List.of(node);
        }
    }
}
