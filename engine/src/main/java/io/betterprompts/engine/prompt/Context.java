package io.betterprompts.engine.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user told besides the prompt. Every text is optional; a blank one counts as not given.
 *
 * @param languageVersion the programming language and version, such as {@code Java 21}
 * @param fields names of the fields or labels the answer must have, in order
 * @param schema a JSON schema for the answer, given instead of or besides the fields
 * @param conversation the last messages before the prompt, oldest first
 */
public record Context(
        Optional<String> audience,
        Optional<String> tone,
        Optional<String> format,
        Optional<String> length,
        Optional<String> languageVersion,
        List<Example> examples,
        List<String> fields,
        Optional<String> schema,
        List<String> tools,
        List<Message> conversation) {

    /** A pair the user gave to show what the answer should look like. */
    public record Example(String input, String output) {}

    /** One earlier message; the role is the client's word for who spoke. */
    public record Message(String role, String text) {}

    public Context {
        audience = given(audience);
        tone = given(tone);
        format = given(format);
        length = given(length);
        languageVersion = given(languageVersion);
        examples = List.copyOf(examples);
        fields = List.copyOf(fields);
        schema = given(schema);
        tools = List.copyOf(tools);
        conversation = List.copyOf(conversation);
    }

    /** Nothing told. */
    public static Context none() {
        return of(Map.of());
    }

    /** A context with some of {@code audience}, {@code tone}, {@code format}, {@code length} and {@code language_version}. */
    public static Context of(Map<String, String> texts) {
        return new Context(
                Optional.ofNullable(texts.get("audience")),
                Optional.ofNullable(texts.get("tone")),
                Optional.ofNullable(texts.get("format")),
                Optional.ofNullable(texts.get("length")),
                Optional.ofNullable(texts.get("language_version")),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * The same with one more thing told; what is there already stays.
     *
     * @param component {@code audience}, {@code tone}, {@code format}, {@code length}, {@code version} or {@code fields}, whose names
     *     are separated by commas
     */
    public Context filled(String component, String value) {
        return new Context(
                either(audience, component.equals("audience"), value),
                either(tone, component.equals("tone"), value),
                either(format, component.equals("format"), value),
                either(length, component.equals("length"), value),
                either(languageVersion, component.equals("version"), value),
                examples,
                fields.isEmpty() && component.equals("fields") ? separated(value) : fields,
                schema,
                tools,
                conversation);
    }

    private static Optional<String> either(Optional<String> now, boolean filled, String value) {
        return filled ? now.or(() -> Optional.of(value)) : now;
    }

    public Context withExamples(List<Example> given) {
        return new Context(audience, tone, format, length, languageVersion, given, fields, schema, tools, conversation);
    }

    public Context withFields(List<String> given) {
        return new Context(
                audience, tone, format, length, languageVersion, examples, given, schema, tools, conversation);
    }

    public Context withTools(List<String> given) {
        return new Context(
                audience, tone, format, length, languageVersion, examples, fields, schema, given, conversation);
    }

    private static List<String> separated(String list) {
        return Arrays.stream(list.split("[,;،、，]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<String> given(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
