package io.betterprompts.common.placeholder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.betterprompts.common.problem.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a text asks whoever fills it in for.
 *
 * @param initial the value where none is given ({@code default} in JSON), of the variable's type; null if there is none
 * @param required whether a value must be given if there is no default; otherwise the place stays empty
 * @param options what an {@code enum} may be; null for the other types
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variable(
        String name,
        Type type,
        @JsonProperty("default") @Nullable JsonNode initial,
        Boolean required,
        @Nullable String description,
        @Nullable List<String> options) {

    public enum Type {
        @JsonProperty("string")
        STRING,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("enum")
        ENUM
    }

    public Variable(
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

    /**
     * Why a value cannot be taken; empty if it can.
     *
     * @param value a missing node where none is given
     */
    Optional<String> refusal(JsonNode value) {
        if (value.isMissingNode()) {
            return required && initial == null ? Optional.of("is required") : Optional.empty();
        }
        if (accepts(value)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case STRING -> "must be a string";
                    case NUMBER -> "must be a number";
                    case BOOLEAN -> "must be true or false";
                    case ENUM -> "must be one of the variable's options";
                });
    }

    /** What stands in the text for a value; for none, the default or nothing. */
    String text(JsonNode value) {
        JsonNode shown = value.isMissingNode() && initial != null ? initial : value;
        if (shown.isMissingNode()) {
            return "";
        }
        return shown.isNumber() ? shown.decimalValue().toPlainString() : shown.asString("");
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
