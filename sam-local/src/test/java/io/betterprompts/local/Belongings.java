package io.betterprompts.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A user who has one of everything that has an id.
 *
 * @param ids by kind
 */
record Belongings(LocalClient client, Map<String, String> ids) {

    /** The name of a label that the prompt group has. */
    static final String LABEL = "production";

    /** What the engine adds three lines to. */
    static final String THREE_EDITS = "write a python function that merges two sorted lists, keep {{style}}";

    static final Map<String, Object> PROMPT =
            Map.of("original_prompt", "Plan my week", "optimized_prompt", "Plan my week.");

    /** With the variables that the contract's examples give values for. */
    static final Map<String, Object> TEMPLATE = Map.of(
            "name",
            "mine",
            "content",
            "Say hello to {{audience}} in {{sentences}} sentences",
            "variables",
            List.of(Map.of("name", "audience", "type", "string"), Map.of("name", "sentences", "type", "number")));

    /** @param session the id of a login of the user other than the client's */
    static Belongings of(LocalClient client, String session) {
        JsonNode group = client.post("/api/v1/history", PROMPT).json();
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("history", group.path("id").asString());
        ids.put("version", group.path("current_version").path("id").asString());
        client.send("PUT", "/api/v1/history/" + ids.get("history") + "/labels/" + LABEL, Map.of("version_number", 1));
        ids.put("deleted history", deleted(client));
        ids.put("enhanced version", made(client, "/api/v1/enhance", Map.of("text", THREE_EDITS)));
        ids.put("template", made(client, "/api/v1/templates", TEMPLATE));
        ids.put("api key", made(client, "/api/v1/auth/api-keys", Map.of("name", "mine", "scopes", List.of("enhance"))));
        ids.put("session", session);
        return new Belongings(client, ids);
    }

    static String deleted(LocalClient client) {
        String id = made(client, "/api/v1/history", Map.of("original_prompt", "Old", "optimized_prompt", "Old."));
        client.send("DELETE", "/api/v1/history/" + id, null);
        return id;
    }

    private static String made(LocalClient client, String path, Object body) {
        return client.post(path, body).text("id");
    }

    /** The newest login of a user, which is another one than the client's if the user has logged in since. */
    static String newestSession(LocalClient client) {
        return client.get("/api/v1/auth/sessions")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }
}
