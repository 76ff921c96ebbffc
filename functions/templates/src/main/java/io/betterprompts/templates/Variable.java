package io.betterprompts.templates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.betterprompts.common.problem.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a template asks whoever fills it in for.
 *
 * @param initial the value where none is given ({@code default} in JSON), of the variable's type; null if there is none
 * @param options what an {@code enum} may be; null for the other types
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Variable(
        String name,
        Type type,
        @JsonProperty("default") @Nullable JsonNode initial,
        Boolean required,
        @Nullable String description,
        @Nullable List<String> options) {

    enum Type {
        @JsonProperty("string")
        STRING,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("enum")
        ENUM
    }

    Variable(
            String name,
            Type type,
            @JsonProperty("default") @Nullable JsonNode initial,
            @Nullable Boolean required,
            @Nullable String description,
            @Nullable List<String> options) {
        this.name = name;
        this.type = type;
        this.initial = initial;
        this.required = Boolean.TRUE.equals(required);
        this.description = description;
        this.options = options == null ? null : List.copyOf(options);
    }

    /** What the contract's schema cannot say: how type, options and default go together. */
    Optional<Fault> fault(String pointer) {
        if (type == Type.ENUM && options == null) {
            return Optional.of(Fault.at(pointer + "/options", "is required for the type enum"));
        }
        if (type != Type.ENUM && options != null) {
            return Optional.of(Fault.at(pointer + "/options", "is for the type enum only"));
        }
        if (initial != null && !accepts(initial)) {
            return Optional.of(Fault.at(pointer + "/default", "is no value of the variable's type"));
        }
        return Optional.empty();
    }

    private boolean accepts(JsonNode value) {
        return switch (type) {
            case STRING -> value.isString();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case ENUM -> options != null && value.isString() && options.contains(value.stringValue());
        };
    }
}
