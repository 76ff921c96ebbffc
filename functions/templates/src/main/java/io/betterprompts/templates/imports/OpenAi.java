package io.betterprompts.templates.imports;

import io.betterprompts.common.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Prompt objects of OpenAI with their text: {@code instructions} and {@code input} or {@code messages}. */
final class OpenAi implements Format {

    @Override
    public List<ForeignPrompt> read(JsonNode document, List<Fault> faults) {
        List<ForeignPrompt> prompts = new ArrayList<>();
        for (Item item : Item.of(document)) {
            prompt(item, prompts.size() + 1, faults).ifPresent(prompts::add);
        }
        return prompts;
    }

    private static Optional<ForeignPrompt> prompt(Item item, int number, List<Fault> faults) {
        JsonNode object = item.object();
        Chat chat = new Chat();
        object.path("instructions")
                .asStringOpt()
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> chat.add("system", text));
        boolean text = addInput(object, chat);
        if (!text || chat.isEmpty()) {
            faults.add(Fault.at(
                    item.pointer(),
                    text
                            ? "has no text: an id alone refers to a prompt that OpenAI keeps"
                            : "holds something else than text, such as an image or a file"));
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        Map<String, JsonNode> defaults = defaults(object.path("variables"), notes);
        return Optional.of(new ForeignPrompt(
                item.pointer(), name(object, number), List.of(chat.text()), null, null, List.of(), defaults, notes));
    }

    private static boolean addInput(JsonNode object, Chat chat) {
        JsonNode input = object.has("messages") ? object.path("messages") : object.path("input");
        if (input.isString()) {
            chat.add("user", input.stringValue());
            return true;
        }
        return chat.addAll(input);
    }

    private static String name(JsonNode object, int number) {
        return object.path("name")
                .asStringOpt()
                .or(() -> object.path("id").asStringOpt())
                .orElse("OpenAI prompt " + number);
    }

    /** A value is a text, or an object that holds one. */
    private static Map<String, JsonNode> defaults(JsonNode variables, List<String> notes) {
        Map<String, JsonNode> defaults = new HashMap<>();
        variables.properties().forEach(variable -> {
            JsonNode value = variable.getValue();
            JsonNode text = value.isObject() ? value.path("text") : value;
            if (text.isString()) {
                defaults.put(variable.getKey(), text);
            } else {
                notes.add("the value of a variable that is no text is left out");
            }
        });
        return defaults;
    }
}
