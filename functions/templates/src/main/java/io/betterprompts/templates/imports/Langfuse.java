package io.betterprompts.templates.imports;

import io.betterprompts.common.problem.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Prompts as the API of Langfuse answers them; versions of one name become versions of one template. */
final class Langfuse implements Format {

    private static final String REFERENCE = "@@@langfusePrompt:";

    @Override
    public List<ForeignPrompt> read(JsonNode document, List<Fault> faults) {
        Map<String, ForeignPrompt> byName = new LinkedHashMap<>();
        Item.of(document).stream()
                .sorted(Comparator.comparingLong(
                        item -> item.object().path("version").asLong(0)))
                .forEach(item -> prompt(item, faults)
                        .ifPresent(prompt ->
                                byName.merge(prompt.name(), prompt, (earlier, later) -> later.after(earlier))));
        return List.copyOf(byName.values());
    }

    private static Optional<ForeignPrompt> prompt(Item item, List<Fault> faults) {
        JsonNode object = item.object();
        Optional<String> name = object.path("name").asStringOpt();
        Optional<String> content = content(object.path("prompt"));
        if (name.isEmpty() || content.isEmpty()) {
            faults.add(Fault.at(item.pointer(), "must have a name, and a prompt that is a text or a list of messages"));
            return Optional.empty();
        }
        return Optional.of(new ForeignPrompt(
                item.pointer(),
                name.get(),
                List.of(content.get()),
                object.path("commitMessage").asString(null),
                null,
                object.path("tags").valueStream().map(tag -> tag.asString("")).toList(),
                Map.of(),
                notes(object, content.get())));
    }

    private static Optional<String> content(JsonNode prompt) {
        if (prompt.isString()) {
            return Optional.of(prompt.stringValue());
        }
        Chat chat = new Chat();
        return prompt.isArray() && chat.addAll(prompt) && !chat.isEmpty() ? Optional.of(chat.text()) : Optional.empty();
    }

    private static List<String> notes(JsonNode object, String content) {
        List<String> notes = new ArrayList<>();
        if (!object.path("config").isEmpty()) {
            notes.add("config is left out");
        }
        if (!object.path("labels").isEmpty()) {
            notes.add("labels are left out");
        }
        if (content.contains(REFERENCE)) {
            notes.add("its references to other prompts stay text");
        }
        return notes;
    }
}
