package io.betterprompts.cli;

import io.betterprompts.engine.Analysis;
import io.betterprompts.engine.Enhancement;
import tools.jackson.databind.JsonNode;

/** What enhances and analyses: the engine in this process, or a server's. */
interface Engine {

    /**
     * Enhances a prompt.
     *
     * @param save whether to keep the result, where there is a history to keep it in
     */
    Told<Enhancement> enhance(String prompt, PromptOptions options, boolean save);

    Told<Analysis> analyze(String prompt, PromptOptions options);

    /**
     * An answer.
     *
     * @param json the same as the API writes it
     */
    record Told<T>(T answer, Tree json) {}

    /** Makes JSON when it is asked for: most commands do not. */
    @FunctionalInterface
    interface Tree {

        JsonNode tree();
    }
}
