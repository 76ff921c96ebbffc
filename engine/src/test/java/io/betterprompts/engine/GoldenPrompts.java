package io.betterprompts.engine;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.lint.Finding;
import io.betterprompts.engine.select.ModelClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file of prompts and results: comments first, then for each prompt a line {@code ▶ intent}, the prompt, a line {@code ◀}, and what the
 * engine makes of it. An intent of {@code unclear} makes the classifier abstain.
 */
record GoldenPrompts(String comments, List<Golden> all) {

    private static final String BEGIN = "▶ ";
    private static final String END = "\n◀\n";

    /** One prompt with the kind of task it is and the result. */
    record Golden(String intent, String prompt, String result) {

        Golden made() {
            return new Golden(intent, prompt, results(intent, prompt));
        }

        @Override
        public String toString() {
            return BEGIN + intent + "\n" + prompt + END + result + "\n";
        }
    }

    static GoldenPrompts parse(String file) {
        String[] parts = file.split("(?m)^" + BEGIN, -1);
        List<Golden> all = new ArrayList<>();
        for (int at = 1; at < parts.length; at++) {
            String part = parts[at];
            int line = part.indexOf('\n');
            int end = part.indexOf(END);
            all.add(new Golden(
                    part.substring(0, line),
                    part.substring(line + 1, end),
                    part.substring(end + END.length()).stripTrailing()));
        }
        return new GoldenPrompts(parts[0], all);
    }

    @Override
    public String toString() {
        return comments + all.stream().map(Golden::toString).collect(Collectors.joining("\n"));
    }

    private static PromptEnhancer enhancer(String intent) {
        return intent.equals("unclear") ? Engines.abstaining() : Engines.sureOf(Intent.of(intent));
    }

    /** The edits for each class of model, then what is asked and what lint finds. */
    private static String results(String intent, String prompt) {
        Map<String, String> classes = new LinkedHashMap<>();
        PromptEnhancer enhancer = enhancer(intent);
        for (ModelClass modelClass : ModelClass.values()) {
            Enhancement result =
                    enhancer.enhance(Requests.of(prompt).forClass(modelClass).build());
            classes.merge(edits(result), modelClass.label(), (one, other) -> one + ", " + other);
        }
        StringBuilder text = new StringBuilder();
        classes.forEach((edits, names) -> text.append(names).append(":\n").append(edits));
        Enhancement standard = enhancer.enhance(EnhancementRequest.of(prompt));
        standard.missing()
                .forEach(fact -> text.append("  ? ").append(fact.question()).append('\n'));
        standard.lint()
                .forEach(finding ->
                        text.append("  ! ").append(lint(finding, prompt)).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String edits(Enhancement result) {
        return result.edits().isEmpty()
                ? "  = " + result.reasons().getFirst() + "\n"
                : result.edits().stream().map(GoldenPrompts::line).collect(Collectors.joining());
    }

    private static String line(Edit edit) {
        return "  + " + edit.text().replace("\n", "\n    ") + "  (" + edit.rule() + ")\n";
    }

    private static String lint(Finding finding, String prompt) {
        Finding.Range span = finding.span();
        String place = prompt.substring(span.start(), span.end()).replace("\n", "⏎");
        return finding.rule() + ": " + (place.length() <= 60 ? place : place.substring(0, 59) + "…");
    }
}
