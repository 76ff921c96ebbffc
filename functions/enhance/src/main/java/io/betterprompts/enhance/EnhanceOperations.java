package io.betterprompts.enhance;

import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.http.Handler;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.Map;

/** The operations on prompts and rules, by their names in the contract. */
record EnhanceOperations(
        Admission admission,
        Shape batchItem,
        Engines engines,
        EnhancedVersions versions,
        RecentEnhancements recent,
        PostgresPastPrompts past,
        PostgresFillableTemplates templates,
        TokenCounter tokens,
        Handler readiness) {

    Map<String, Handler> handlers() {
        EnhancePrompt enhance = new EnhancePrompt(versions, recent);
        CandidateRules candidates = new CandidateRules(engines);
        return Map.of(
                "enhance", new EnhanceHandler(admission, engines, enhance),
                "enhanceBatch", new BatchHandler(batchItem, engines, enhance),
                "analyze", new AnalyzeHandler(admission, engines),
                "iterateHistory", new IterateHandler(engines, versions, recent),
                "listTechniques", new Catalogue(engines, engine -> TechniqueList.of(engine, tokens))::answer,
                "listIntents", new Catalogue(engines, IntentList::of)::answer,
                "checkRules", new CheckRulesHandler(engines, candidates),
                "replayRules", new ReplayRulesHandler(engines, candidates, past),
                "enhanceTemplate", new EnhanceTemplateHandler(templates, engines, enhance),
                "readReadiness", readiness);
    }
}
