package io.betterprompts.engine;

import io.betterprompts.engine.prompt.Context;
import java.util.HashSet;
import java.util.Set;

/** Signals that come from the context instead of the prompt. */
final class ContextSignals {

    static final Set<String> ALL = Set.of(
            "given_audience",
            "given_tone",
            "given_format",
            "given_length",
            "given_version",
            "given_examples",
            "given_fields",
            "given_schema",
            "given_tools");

    private ContextSignals() {}

    static Set<String> of(Context context) {
        Set<String> signals = new HashSet<>();
        addIf(signals, context.audience().isPresent(), "given_audience");
        addIf(signals, context.tone().isPresent(), "given_tone");
        addIf(signals, context.format().isPresent(), "given_format");
        addIf(signals, context.length().isPresent(), "given_length");
        addIf(signals, context.languageVersion().isPresent(), "given_version");
        addIf(signals, !context.examples().isEmpty(), "given_examples");
        addIf(signals, !context.fields().isEmpty(), "given_fields");
        addIf(signals, context.schema().isPresent(), "given_schema");
        addIf(signals, !context.tools().isEmpty(), "given_tools");
        return signals;
    }

    private static void addIf(Set<String> signals, boolean holds, String signal) {
        if (holds) {
            signals.add(signal);
        }
    }
}
