package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.Analysis;
import io.betterprompts.engine.lint.Finding;
import io.betterprompts.engine.lint.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code betterprompts lint}: looks for faults in prompts, and says by its exit code whether there are any. */
@Command(
        name = "lint",
        description = "Looks for faults in prompts: contradictions, vague words, undefined variables, secrets …",
        footer = {
            "",
            "Examples:",
            "  betterprompts lint prompts/*.txt",
            "  echo 'dear {{name} hello' | betterprompts lint --fail-on error",
        })
final class LintCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Prompts; from the standard input if there is none.")
    List<Path> files = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "End with 1 if a finding is at least so bad: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Threshold failOn = Threshold.WARNING;

    @Option(names = "--json", description = "Print what the engine sees in each prompt, as the API writes it.")
    boolean json;

    @Mixin
    ServerOptions server = new ServerOptions();

    /** From when on a finding is a failure. */
    enum Threshold {
        INFO,
        WARNING,
        ERROR,
        NEVER;

        boolean isReached(Finding finding) {
            return switch (this) {
                case INFO -> true;
                case WARNING -> finding.severity() != Severity.INFO;
                case ERROR -> finding.severity() == Severity.ERROR;
                case NEVER -> false;
            };
        }

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    LintCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        PromptSource source = new PromptSource(terminal);
        List<Path> all = files.isEmpty() ? List.of(PromptSource.STANDARD_INPUT) : files;
        List<Prompt> prompts =
                all.stream().map(file -> new Prompt(file, source.file(file))).toList();
        Engine engine = engines.of(server, Optional.empty());
        ArrayNode analyses = Json.mapper().createArrayNode();
        boolean failed = false;
        for (Prompt prompt : prompts) {
            Engine.Told<Analysis> told = engine.analyze(prompt.text(), new PromptOptions());
            if (json) {
                analyses.addObject().put("file", prompt.name()).setAll((ObjectNode)
                        told.json().tree());
            } else {
                told.answer().lint().forEach(finding -> terminal.line(line(prompt, finding)));
            }
            failed |= told.answer().lint().stream().anyMatch(failOn::isReached);
        }
        if (json) {
            terminal.line(analyses.toPrettyString());
        }
        return failed ? Exit.FINDINGS : Exit.DONE;
    }

    /** As compilers write it, so that editors and CI find the place. */
    private String line(Prompt prompt, Finding finding) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return prompt.name() + ":" + prompt.place(finding.span().start()) + ": "
                + (terminal.colours() ? "\u001b[1m" + severity + "\u001b[0m" : severity)
                + ": " + finding.message() + " [" + finding.rule() + "]";
    }

    /** A prompt and where it is from. */
    private record Prompt(Path file, String text) {

        String name() {
            return file.equals(PromptSource.STANDARD_INPUT) ? "stdin" : file.toString();
        }

        /** Line and column, both from 1; a column is a character. */
        String place(int offset) {
            String before = text.substring(0, offset);
            int lineStart = before.lastIndexOf('\n') + 1;
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            return line + ":" + (before.codePointCount(lineStart, before.length()) + 1);
        }
    }
}
