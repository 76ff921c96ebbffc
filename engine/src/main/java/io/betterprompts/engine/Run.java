package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.select.Selection;

/** Everything one call of the pipeline came to know. */
record Run(
        EnhancementRequest request,
        Promise promise,
        Selection selection,
        Drafter.Draft draft,
        Drafter.Checked checked,
        StageTimings timings) {}
