package io.betterprompts.templates.imports;

import io.betterprompts.common.problem.Fault;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the prompts of one tool. */
@FunctionalInterface
interface Format {

    /** Where the document stands in the request. */
    String AT = "/document";

    /** The prompts that can be taken; for each other one there is a fault. */
    List<ForeignPrompt> read(JsonNode document, List<Fault> faults);
}
