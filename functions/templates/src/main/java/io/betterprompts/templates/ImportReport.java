package io.betterprompts.templates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each item of an import; of one that could not be taken, the whole import is refused instead. */
record ImportReport(int created, int extended, int skipped, List<Item> items) {

    private static final String CREATED = "created";
    private static final String EXTENDED = "extended";
    private static final String SKIPPED = "skipped";

    static ImportReport of(List<Item> items) {
        return new ImportReport(count(items, CREATED), count(items, EXTENDED), count(items, SKIPPED), items);
    }

    private static int count(List<Item> items, String result) {
        return (int) items.stream().filter(item -> item.result().equals(result)).count();
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
            return new Item(pointer, kind, name, CREATED, id, notes);
        }

        /** A group that got the versions it had not. */
        static Item extended(String pointer, String kind, String name, UUID id) {
            return new Item(pointer, kind, name, EXTENDED, id, List.of());
        }

        static Item skipped(String pointer, String kind, String name, UUID id, String why) {
            return new Item(pointer, kind, name, SKIPPED, id, List.of(why));
        }
    }
}
