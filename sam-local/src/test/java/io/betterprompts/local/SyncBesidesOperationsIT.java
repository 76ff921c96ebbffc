package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that two functions write: what a device sends is what the operation on such a row alone would have made. */
class SyncBesidesOperationsIT {

    private static final Map<String, Object> TEMPLATE = Map.of(
            "name",
            "Greeting",
            "content",
            "Say {{what}}\r\n  to {{ whom }}",
            "tags",
            List.of(" Mail ", "mail"),
            "variables",
            List.of(
                    Map.of("name", "what", "type", "enum", "options", List.of("hi", "bye"), "default", "hi"),
                    Map.of("name", "whom", "type", "string", "required", true)));

    private final LocalClient client = AbusedServer.running()
            .anyone()
            .register("s" + UUID.randomUUID().toString().substring(0, 12));

    @Test
    void writeTemplatesAlike() {
        String one = client.post("/api/v1/templates", TEMPLATE).text("id");
        String other = UUID.randomUUID().toString();
        assertThat(sync(change(other, 0, "data", TEMPLATE)).path("status").asString())
                .isEqualTo("applied");
        client.send("PUT", path(one), Map.of("name", "b", "content", "c", "category", "d"));
        sync(change(other, 1, "data", Map.of("name", "b", "content", "c", "category", "d")));

        assertThat(whatIsToldOf(other)).isEqualTo(whatIsToldOf(one));
        assertThat(versions(other)).isEqualTo(versions(one)).hasSize(2);
        assertThat(client.get("/api/v1/templates?q=b").json().path("items")).hasSize(2);
    }

    @Test
    void agreeOnTheVersionOfATemplate() {
        String id = client.post("/api/v1/templates", TEMPLATE).text("id");
        JsonNode theirs =
                client.send("PATCH", path(id), Map.of("name", "theirs")).json();

        JsonNode conflict = sync(change(id, 1, "data", TEMPLATE));
        JsonNode applied = sync(change(id, 2, "data", TEMPLATE));

        assertThat(conflict.path("status").asString()).isEqualTo("conflict");
        assertThat(conflict.path("current").path("data")).isEqualTo(theirs);
        assertThat(applied.path("current").path("version").asInt()).isEqualTo(3);
        assertThat(client.withHeader("if-match", "\"2\"")
                        .send("DELETE", path(id), null)
                        .status())
                .isEqualTo(412);
        assertThat(sync(change(id, 3, "deleted", true)).path("status").asString())
                .isEqualTo("applied");
        assertThat(client.get(path(id)).status()).isEqualTo(404);
    }

    private JsonNode sync(Map<String, Object> change) {
        return client.post("/api/v1/sync", Map.of("changes", List.of(change)))
                .json()
                .path("results")
                .path(0);
    }

    private static Map<String, Object> change(String id, int base, String field, Object value) {
        return Map.of("change_id", UUID.randomUUID(), "type", "template", "id", id, "base_version", base, field, value);
    }

    private JsonNode whatIsToldOf(String id) {
        return ((ObjectNode) client.get(path(id)).json()).without(List.of("id", "created_at", "updated_at"));
    }

    private JsonNode versions(String id) {
        JsonNode items = client.get(path(id) + "/versions").json().path("items");
        items.forEach(item -> ((ObjectNode) item).remove("created_at"));
        return items;
    }

    private static String path(String id) {
        return "/api/v1/templates/" + id;
    }
}
