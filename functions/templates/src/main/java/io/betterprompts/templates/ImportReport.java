package io.betterprompts.templates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each item of an import; of one that could not be taken, the whole import is refused instead. */
record ImportReport(int created, int skipped, List<Item> items) {

    static ImportReport of(List<Item> items) {
        int created = (int)
                items.stream().filter(item -> item.result().equals("created")).count();
        return new ImportReport(created, items.size() - created, items);
    }

    /**
     * One item.
     *
     * @param pointer where it stands in the request
     * @param id what it is kept as; for one that is skipped, what it was kept as before
     * @param notes what was left out or means less here
     */
    record Item(
            String pointer,
            String kind,
            String name,
            String result,
            @Nullable UUID id,
            List<String> notes) {

        static Item created(String pointer, String kind, String name, UUID id, List<String> notes) {
            return new Item(pointer, kind, name, "created", id, notes);
        }

        static Item skipped(String pointer, String kind, String name, UUID id) {
            return new Item(pointer, kind, name, "skipped", id, List.of("you have it already, or have deleted it"));
        }
    }
}
