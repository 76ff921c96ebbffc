package io.betterprompts.enhance;

import static java.util.Map.entry;

import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.engine.tokens.TokenCounter;
import io.betterprompts.enhance.mcp.Tool;
import java.util.Map;
import java.util.function.Function;

/**
 * The operations on prompts and rules, by their names in the contract.
 *
 * @param mcp makes the door for language models from what their tools do
 */
record EnhanceOperations(
        Admission admission,
        Authenticator authenticator,
        Shape batchItem,
        Engines engines,
        EnhancedVersions versions,
        RecentEnhancements recent,
        EnhancementMeasures measures,
        PostgresPastPrompts past,
        PostgresFillableTemplates templates,
        Function<Map<String, Tool.Deed>, Handler> mcp,
        TokenCounter tokens,
        Handler readiness) {

    Map<String, Handler> handlers() {
        EnhancePrompt enhance = new EnhancePrompt(versions, recent, measures);
        CandidateRules candidates = new CandidateRules(engines);
        Handler enhanceOne = new EnhanceHandler(admission, authenticator, engines, enhance);
        Handler analyze = new AnalyzeHandler(admission, engines);
        return Map.ofEntries(
                entry("enhance", enhanceOne),
                entry("enhanceBatch", new BatchHandler(batchItem, engines, enhance)),
                entry("analyze", analyze),
                entry("iterateHistory", new IterateHandler(engines, versions, recent, measures)),
                entry("listTechniques", new Catalogue(engines, engine -> TechniqueList.of(engine, tokens))::answer),
                entry("listIntents", new Catalogue(engines, IntentList::of)::answer),
                entry("checkRules", new CheckRulesHandler(engines, candidates)),
                entry("replayRules", new ReplayRulesHandler(engines, candidates, past)),
                entry("enhanceTemplate", new EnhanceTemplateHandler(templates, engines, enhance)),
                entry("mcp", mcp.apply(new PromptTools(enhanceOne, analyze, templates).deeds())),
                entry("readReadiness", readiness));
    }
}
