package io.betterprompts.cli;

import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.IntentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why an enhancement is what it is, for a person. */
record Explanation(Enhancement enhancement) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(verdict());
        enhancement.reasons().forEach(reason -> lines.add("  " + reason));
        enhancement.edits().forEach(edit -> {
            lines.add("+ " + edit.text().strip().replace("\n", "\n  "));
            lines.add("    " + edit.technique() + ": " + edit.reason());
        });
        enhancement.runAdvice().forEach(advice -> lines.add("> " + advice.text()));
        enhancement.missing().forEach(fact -> {
            lines.add("? " + fact.question() + " (--answer " + fact.slot() + "=…)");
            if (!fact.suggestions().isEmpty()) {
                lines.add("    such as " + String.join(", ", fact.suggestions()));
            }
        });
        enhancement.lint().forEach(finding -> lines.add("! " + finding.message()));
        return String.join("\n", lines);
    }

    private String verdict() {
        IntentReport intent = enhancement.intent();
        return String.format(
                Locale.ROOT,
                "%s · %s (%.0f %%) · %s · for a %s model · %d + %d tokens",
                enhancement.verdict().name().toLowerCase(Locale.ROOT),
                intent.label().label(),
                intent.confidence() * 100,
                enhancement.language(),
                enhancement.modelClass().label(),
                enhancement.tokens().original(),
                enhancement.tokens().added());
    }
}
