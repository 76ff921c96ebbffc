package io.betterprompts.templates.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The objects of a document: a list, a list under {@code data} as an API answers it, or one object alone.
 *
 * @param pointer where the object stands in the request
 */
record Item(String pointer, JsonNode object) {

    static List<Item> of(JsonNode document) {
        JsonNode data = document.path("data");
        if (data.isArray()) {
            return listed(data, Format.AT + "/data/");
        }
        return document.isArray() ? listed(document, Format.AT + "/") : List.of(new Item(Format.AT, document));
    }

    private static List<Item> listed(JsonNode list, String pointer) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Item(pointer + i, list.get(i)));
        }
        return items;
    }
}
