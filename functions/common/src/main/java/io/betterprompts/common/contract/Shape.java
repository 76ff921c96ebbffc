package io.betterprompts.common.contract;

import com.networknt.schema.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a value must look like: a schema of the contract, compiled once. */
public final class Shape {

    private final Schema schema;

    Shape(Schema schema) {
        this.schema = schema;
    }

    /** What is wrong with a value; empty if nothing is. No message repeats the value itself. */
    public List<Violation> violations(JsonNode value) {
        return schema.validate(value).stream().map(Violation::of).distinct().toList();
    }
}
