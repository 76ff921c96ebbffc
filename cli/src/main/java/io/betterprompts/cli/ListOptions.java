package io.betterprompts.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How much of a list is shown, and how. */
final class ListOptions {

    @Option(names = "--limit", paramLabel = "N", description = "Items at most, 1 to 100. Default: ${DEFAULT-VALUE}.")
    int limit = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the last part ended.")
    Optional<String> cursor = Optional.empty();

    @Option(names = "--json", description = "Print the list as the API writes it.")
    boolean json;

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(limit));
        cursor.ifPresent(end -> query.put("cursor", end));
        return query;
    }

    /** One line for each item; how to go on is told on the standard error. */
    int print(Terminal terminal, JsonNode page, Function<JsonNode, String> line) {
        if (json) {
            terminal.line(page.toPrettyString());
            return Exit.DONE;
        }
        page.path("items").forEach(item -> terminal.line(line.apply(item).stripTrailing()));
        JsonNode next = page.path("next_cursor");
        if (next.isString()) {
            terminal.tell("There are more: --cursor " + next.asString());
        }
        return Exit.DONE;
    }
}
