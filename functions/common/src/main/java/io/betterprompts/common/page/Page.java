package io.betterprompts.common.page;

import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the next part; null if this is the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** A Lambda function answers 6 MB at most, and its body is escaped once more on the way. */
    static final int MAX_BYTES = 2_500_000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The part that was asked for. It ends before the limit where more items would make too large an answer, but never
     * before the first one.
     *
     * @param rows up to {@link PageRequest#rows()} of them, in the list's order
     * @param key the key of an item, by which the list is ordered
     */
    public static <T, K> Page<T> of(List<T> rows, PageRequest<K> request, Function<T, K> key) {
        List<T> items = new ArrayList<>();
        int bytes = 0;
        for (T row : rows.subList(0, Math.min(rows.size(), request.limit()))) {
            bytes += Json.mapper().writeValueAsBytes(row).length;
            if (bytes > MAX_BYTES && !items.isEmpty()) {
                break;
            }
            items.add(row);
        }
        return new Page<>(items, items.size() == rows.size() ? null : cursor(key.apply(items.getLast())));
    }

    private static <K> String cursor(K key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
