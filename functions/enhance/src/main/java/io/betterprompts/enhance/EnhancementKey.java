package io.betterprompts.enhance;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.PromptEnhancer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Names an enhancement by everything that it depends on. */
final class EnhancementKey {

    private EnhancementKey() {}

    static String of(UserId user, PersonalEngine engine, EnhancementRequest request) {
        ObjectNode all = Json.mapper().createObjectNode();
        all.put("user", user.toString());
        all.put("version", PromptEnhancer.VERSION);
        all.put("rules", engine.enhancer().rules().hash());
        all.put("own_rules", engine.settings().rules().orElse(""));
        all.put("model", engine.enhancer().modelId());
        all.put("text", request.text());
        all.putPOJO("target_model", request.targetModel());
        all.putPOJO("model_class", request.modelClass());
        all.putPOJO("prefer", new TreeSet<>(request.preferTechniques()));
        all.putPOJO("exclude", new TreeSet<>(request.excludeTechniques()));
        all.putPOJO("max_added_tokens", request.maxAddedTokens());
        all.putPOJO("context", request.context());
        all.putPOJO("answers", new TreeMap<>(request.answers()));
        all.putPOJO("direction", request.direction());
        return "enhancement:" + sha256(Json.mapper().writeValueAsString(all));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
