package io.betterprompts.cli;

import io.betterprompts.engine.Enhancement;
import picocli.CommandLine.Option;

/** How an enhancement is shown. */
final class ResultOptions {

    @Option(names = "--json", description = "Print the whole reply, as the API writes it.")
    boolean json;

    @Option(names = "--diff", description = "Print what was added, as diff -u does.")
    boolean diff;

    @Option(
            names = "--explain",
            description = "Tell on the standard error what was added and why, and what is missing.")
    boolean explain;

    void check() {
        if (json && diff) {
            throw CliFailure.usage("--json or --diff, not both");
        }
    }

    void print(Engine.Told<Enhancement> told, Terminal terminal) {
        Enhancement enhancement = told.answer();
        if (json) {
            terminal.line(told.json().tree().toPrettyString());
        } else if (diff) {
            terminal.print(Difference.of(enhancement, terminal.colours()));
        } else {
            terminal.exactly(enhancement.enhancedText());
        }
        if (explain) {
            terminal.tell(new Explanation(enhancement).text());
        }
    }
}
