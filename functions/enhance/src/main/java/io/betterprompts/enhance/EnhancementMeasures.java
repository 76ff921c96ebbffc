package io.betterprompts.enhance;

import io.betterprompts.common.metric.Measures;
import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.IntentReport;
import io.betterprompts.engine.StageTimings;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What metrics tell of enhancements: how long each stage took, what was seen in prompts, and what was done about it. Techniques of
 * users' own rules are counted together: their names are the users'.
 */
final class EnhancementMeasures {

    static final String OWN_TECHNIQUE = "Technique.own";

    private static final double NANOS_PER_MILLI = 1e6;

    private final Measures measures;
    private final Set<String> techniques;

    /** @param techniques of the deployment */
    EnhancementMeasures(Measures measures, Set<String> techniques) {
        this.measures = measures;
        this.techniques = Set.copyOf(techniques);
    }

    /** Also what was made for an earlier request, but not how long that took then. */
    void given(Enhanced enhanced) {
        Enhancement enhancement = enhanced.enhancement();
        measures.count("Enhancements");
        measures.count(intent(enhancement.intent()));
        enhancement.techniques().forEach(technique -> measures.count(name(technique)));
        if (!enhanced.cached()) {
            stages(enhancement.timingsMs());
        }
    }

    private static String intent(IntentReport intent) {
        return intent.abstained() ? "Abstentions" : "Intent." + intent.label().label();
    }

    private String name(String technique) {
        return techniques.contains(technique) ? "Technique." + technique : OWN_TECHNIQUE;
    }

    private void stages(StageTimings timings) {
        measures.millis("ParseTime", timings.parse());
        measures.millis("ClassifyTime", timings.classify());
        measures.millis("SelectTime", timings.select());
        measures.millis("GenerateTime", timings.generate());
        measures.millis("CheckTime", timings.check());
    }

    void looked(boolean isFound) {
        measures.count(isFound ? "CacheHits" : "CacheMisses");
    }

    <T> T storing(Supplier<T> storing) {
        long start = System.nanoTime();
        T stored = storing.get();
        measures.millis("StoreTime", (System.nanoTime() - start) / NANOS_PER_MILLI);
        return stored;
    }
}
