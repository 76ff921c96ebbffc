package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reference client, written from docs/sync.md alone: it keeps rows and unsent changes, works without a connection, and
 * resolves a conflict by giving up its own change.
 */
final class Device {

    private final Calls calls;

    /** Rows by type and id, as the server told them. */
    final Map<String, JsonNode> rows = new TreeMap<>();

    private final List<ObjectNode> unsent = new ArrayList<>();
    private @Nullable String cursor;

    Device(Calls calls) {
        this.calls = calls;
    }

    // ---- without a connection

    UUID createGroup(String prompt) {
        UUID id = id();
        ObjectNode change = change("group", id, 0).put("version_id", id().toString());
        change.putObject("data").put("original_prompt", prompt).put("optimized_prompt", prompt + "!");
        return id;
    }

    void rename(JsonNode group, String title) {
        change("group", id(group), base(group)).putObject("data").put("title", title);
    }

    void delete(JsonNode row) {
        change(row.path("type").asString(), id(row), base(row)).put("deleted", true);
    }

    void appendVersion(JsonNode group, String text) {
        change("version", id(), 0)
                .put("history_id", group.path("id").asString())
                .putObject("data")
                .put("optimized_prompt", text);
    }

    void label(JsonNode version, String name) {
        String group = version.path("data").path("history_id").asString();
        Optional<JsonNode> known = find("label")
                .filter(row -> row.path("data").path("history_id").asString().equals(group)
                        && row.path("data").path("name").asString().equals(name))
                .findFirst();
        change("label", id(), known.map(Device::base).orElse(0L))
                .put("history_id", group)
                .put("name", name)
                .putObject("data")
                .put("version_id", version.path("id").asString());
    }

    void settings(String theme) {
        long base = find("settings").findFirst().map(Device::base).orElse(0L);
        change("settings", new UUID(0, 0), base).putObject("data").put("theme", theme);
    }

    void createTemplate(String name) {
        write(change("template", id(), 0), name);
    }

    void rewrite(JsonNode template, String name) {
        write(change("template", id(template), base(template)), name);
    }

    /** A template is always sent as a whole. */
    private static void write(ObjectNode change, String name) {
        ObjectNode data = change.putObject("data").put("name", name).put("content", name + " for {{reader}}");
        data.putArray("variables").addObject().put("name", "reader").put("type", "string");
    }

    Stream<JsonNode> find(String type) {
        return rows.values().stream().filter(row -> row.path("type").asString().equals(type));
    }

    // ---- with a connection

    void sync() {
        push();
        pull();
    }

    /** Sends what is unsent; the results are the rows as they stand, whatever became of the changes. */
    List<String> push() {
        List<String> statuses = new ArrayList<>();
        while (!unsent.isEmpty()) {
            List<ObjectNode> batch = unsent.subList(0, Math.min(100, unsent.size()));
            JsonNode results = send(batch).json().path("results");
            results.forEach(result -> {
                statuses.add(result.path("status").asString());
                if (result.has("current")) {
                    keep(result.path("current"));
                }
            });
            batch.clear();
        }
        return statuses;
    }

    /** Sends and never hears the answer. */
    void pushInVain() {
        if (!unsent.isEmpty()) {
            send(unsent.subList(0, Math.min(100, unsent.size())));
        }
    }

    void pull() {
        boolean more = true;
        while (more) {
            Answer answer = calls.get("/api/v1/sync?limit=7" + (cursor == null ? "" : "&since=" + cursor));
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.text());
            }
            JsonNode part = answer.json();
            part.path("changes").forEach(this::keep);
            cursor = part.path("cursor").asString();
            more = part.path("has_more").asBoolean();
        }
    }

    private Answer send(List<ObjectNode> batch) {
        ObjectNode body = Json.mapper().createObjectNode();
        ArrayNode changes = body.putArray("changes");
        batch.forEach(changes::add);
        Answer answer = calls.post("/api/v1/sync", body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        return answer;
    }

    /** A row takes the place of what is known of it; the tombstone of a group stands for its versions and labels too. */
    private void keep(JsonNode row) {
        String key = row.path("type").asString() + " " + row.path("id").asString();
        if (row.path("deleted_at").isNull()) {
            rows.put(key, row);
        } else {
            rows.remove(key);
            rows.values()
                    .removeIf(other -> other.path("data").path("history_id").equals(row.path("id")));
        }
    }

    private ObjectNode change(String type, UUID id, long base) {
        ObjectNode change = Json.mapper()
                .createObjectNode()
                .put("change_id", id().toString())
                .put("type", type)
                .put("id", id.toString())
                .put("base_version", base);
        unsent.add(change);
        return change;
    }

    private static UUID id() {
        return Ids.timeOrdered().next();
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }

    private static long base(JsonNode row) {
        return row.path("version").asLong();
    }
}
