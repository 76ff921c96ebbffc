package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.Analysis;
import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.InvalidRequest;
import io.betterprompts.engine.PromptEnhancer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The engine in this process: no network, no history. */
final class LocalEngine implements Engine {

    private final PromptEnhancer enhancer;

    LocalEngine(PromptEnhancer enhancer) {
        this.enhancer = enhancer;
    }

    /** As a server tells what it did not store. */
    @Override
    public Told<Enhancement> enhance(String prompt, PromptOptions options, boolean save) {
        Enhancement enhancement = did(enhancer::enhance, options.request(prompt));
        return new Told<>(enhancement, () -> {
            ObjectNode reply = Json.mapper().createObjectNode();
            reply.putNull("id").putNull("history_id").putNull("version");
            reply.setAll((ObjectNode) Json.mapper().valueToTree(enhancement));
            return reply.put("cached", false);
        });
    }

    @Override
    public Told<Analysis> analyze(String prompt, PromptOptions options) {
        Analysis analysis = did(enhancer::analyze, options.request(prompt));
        return new Told<>(analysis, () -> Json.mapper().valueToTree(analysis));
    }

    private static <T> T did(Function<EnhancementRequest, T> deed, EnhancementRequest request) {
        try {
            return deed.apply(request);
        } catch (InvalidRequest e) {
            throw CliFailure.usage(e.field() + ": " + e.problem());
        }
    }
}
