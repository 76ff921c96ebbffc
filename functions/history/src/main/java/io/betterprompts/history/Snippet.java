package io.betterprompts.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Where the words were found: the passage in parts, so that a client marks what matches without reading any mark-up. */
record Snippet(@JsonValue List<Part> parts) {

    /** Two characters that Unicode keeps out of texts; PostgreSQL puts them around what matches. */
    static final char START = '\uFDD0';

    static final char STOP = '\uFDD1';

    /** Stands for a less-than sign meanwhile, because PostgreSQL would take what follows for mark-up and drop it. */
    static final char LESS = '\uFDD2';

    record Part(String text, boolean match) {}

    Snippet {
        parts = List.copyOf(parts);
    }

    static Snippet of(String marked) {
        List<Part> parts = new ArrayList<>();
        boolean match = false;
        int from = 0;
        for (int i = 0; i <= marked.length(); i++) {
            if (i == marked.length() || marked.charAt(i) == START || marked.charAt(i) == STOP) {
                if (i > from) {
                    parts.add(new Part(marked.substring(from, i).replace(LESS, '<'), match));
                }
                match = i < marked.length() && marked.charAt(i) == START;
                from = i + 1;
            }
        }
        return new Snippet(parts);
    }
}
