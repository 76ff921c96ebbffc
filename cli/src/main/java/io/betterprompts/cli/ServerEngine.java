package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.Analysis;
import io.betterprompts.engine.Enhancement;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A server's engine, which knows the user's settings and keeps a history. */
final class ServerEngine implements Engine {

    private static final Set<String> ANALYZED = Set.of("text", "context", "answers");

    private final Api api;

    ServerEngine(Api api) {
        this.api = api;
    }

    @Override
    public Told<Enhancement> enhance(String prompt, PromptOptions options, boolean save) {
        return enhanced(api.post("/api/v1/enhance", options.body(prompt).put("save", save)));
    }

    /** Reads what the API says of an enhancement. */
    static Told<Enhancement> enhanced(JsonNode reply) {
        return new Told<>(Json.mapper().treeToValue(reply, Enhancement.class), () -> reply);
    }

    @Override
    public Told<Analysis> analyze(String prompt, PromptOptions options) {
        JsonNode reply = api.post("/api/v1/analyze", options.body(prompt).retain(ANALYZED));
        return new Told<>(Json.mapper().treeToValue(reply, Analysis.class), () -> reply);
    }
}
