package io.betterprompts.engine;

import io.betterprompts.engine.check.Invariants;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.lint.Finding;
import io.betterprompts.engine.prompt.Complexity;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.WhyNot;
import java.util.List;

/**
 * An explained enhancement. {@code originalText} stands in {@code enhancedText} byte for byte, and all {@code invariants} hold.
 *
 * @param reasons why the verdict, in words for the user
 * @param language BCP 47 of the prompt, such as {@code en}, or {@code und} when unsure
 * @param modelClass the class the techniques were chosen for
 * @param techniques ids of the techniques of the edits and the run advice
 * @param edits in the order of their texts
 */
public record Enhancement(
        String originalText,
        String enhancedText,
        Verdict verdict,
        List<String> reasons,
        IntentReport intent,
        Complexity complexity,
        String language,
        ModelClass modelClass,
        List<String> techniques,
        List<WhyNot> whyNot,
        List<Edit> edits,
        List<MissingFact> missing,
        List<Finding> lint,
        Invariants invariants,
        TokenReport tokens,
        List<RunAdvice> runAdvice,
        EngineReport engine,
        StageTimings timingsMs) {

    public Enhancement {
        reasons = List.copyOf(reasons);
        techniques = List.copyOf(techniques);
        whyNot = List.copyOf(whyNot);
        edits = List.copyOf(edits);
        missing = List.copyOf(missing);
        lint = List.copyOf(lint);
        runAdvice = List.copyOf(runAdvice);
    }
}
