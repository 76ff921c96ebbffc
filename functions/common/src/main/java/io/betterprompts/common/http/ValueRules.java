package io.betterprompts.common.http;

import tools.jackson.databind.JsonNode;

/**
 * What cannot be stored and given back as it was is refused: half a character or the null character in a text, and a
 * number beyond the range of a double. So is what is nested too deeply.
 */
final class ValueRules {

    /** Few enough for whoever walks through a body by recursion. */
    static final int DEEPEST = 64;

    private ValueRules() {}

    static void check(JsonNode node) {
        check(node, 0);
    }

    private static void check(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw Problems.tooDeep(DEEPEST);
        }
        if (node.isString()) {
            check(node.stringValue());
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                check(property.getKey());
                check(property.getValue(), depth + 1);
            });
        } else if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw Problems.malformed("A number is too large; none may be beyond the range of a double.");
        } else {
            node.forEach(item -> check(item, depth + 1));
        }
    }

    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw Problems.malformed("A text holds the null character (U+0000); take it out.");
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    throw Problems.malformed("A text holds half a character (a lone surrogate); mend its encoding.");
                }
                i++;
            }
        }
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
