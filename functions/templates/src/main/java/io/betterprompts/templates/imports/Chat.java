package io.betterprompts.templates.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Messages as one text: a single one as it is, several each between tags of its role. */
final class Chat {

    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");

    private final List<String> roles = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    void add(String role, String content) {
        roles.add(role);
        contents.add(content);
    }

    /** Adds each message; false if one of them holds anything but text. */
    boolean addAll(JsonNode messages) {
        for (JsonNode message : messages) {
            Optional<String> content = content(message);
            if (content.isEmpty()) {
                return false;
            }
            add(message.path("role").asString("user"), content.get());
        }
        return true;
    }

    boolean isEmpty() {
        return contents.isEmpty();
    }

    String text() {
        if (contents.size() == 1) {
            return contents.getFirst();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            parts.add("<" + roles.get(i) + ">\n" + contents.get(i) + "\n</" + roles.get(i) + ">");
        }
        return String.join("\n\n", parts);
    }

    /** A placeholder for messages, as Langfuse has it, becomes a placeholder for text. */
    private static Optional<String> content(JsonNode message) {
        if (message.path("type").asString("").equals("placeholder")) {
            return message.path("name").asStringOpt().map(name -> "{{" + name + "}}");
        }
        JsonNode content = message.path("content");
        return content.isArray() ? parts(content) : content.asStringOpt().filter(text -> content.isString());
    }

    private static Optional<String> parts(JsonNode content) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!TEXTS.contains(part.path("type").asString(""))
                    || !part.path("text").isString()) {
                return Optional.empty();
            }
            text.append(part.path("text").stringValue());
        }
        return Optional.of(text.toString());
    }
}
