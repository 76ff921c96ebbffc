package io.betterprompts.common.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** What a value must look like: a JSON schema, compiled once. Formats are checked. */
public final class Shape {

    private final Schema schema;
    private final JsonNode document;

    /** @param document that holds the schema and all it refers to */
    Shape(Schema schema, JsonNode document) {
        this.schema = schema;
        this.document = document;
    }

    /**
     * By a schema outside the contract.
     *
     * @param schema JSON Schema 2020-12, whole in itself
     */
    public static Shape of(JsonNode schema) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        return new Shape(registry.getSchema(schema), schema);
    }

    /** What is wrong with a value; empty if nothing is. No message repeats the value itself. */
    public List<Violation> violations(JsonNode value) {
        try {
            return schema.validate(value).stream()
                    .map(error -> Violation.of(error, document))
                    .distinct()
                    .toList();
        } catch (JsonNodeException e) {
            return FarNumbers.in(value);
        }
    }
}
