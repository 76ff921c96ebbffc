package io.betterprompts.history;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which edits of a version to keep. The contract asks for one of the two lists.
 *
 * @param accept these and no others
 * @param reject all but these
 */
record EditChoice(@Nullable Set<String> accept, @Nullable Set<String> reject) {

    boolean keeps(String id) {
        return accept != null ? accept.contains(id) : reject == null || !reject.contains(id);
    }

    List<String> named() {
        return List.copyOf(accept != null ? accept : reject != null ? reject : Set.of());
    }

    String field() {
        return accept != null ? "/accept" : "/reject";
    }
}
