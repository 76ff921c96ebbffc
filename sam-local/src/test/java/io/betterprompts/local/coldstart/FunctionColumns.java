package io.betterprompts.local.coldstart;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a table in Markdown that has a column for each function. */
final class FunctionColumns {

    private FunctionColumns() {}

    static String head(String what, Collection<ColdFunction> functions) {
        return row(what, functions.stream().map(function -> "`" + function.name() + "`")) + "|"
                + "---|".repeat(functions.size() + 1) + "\n";
    }

    static String row(String label, Stream<String> cells) {
        return "| " + label + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
    }
}
