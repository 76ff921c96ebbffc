package io.betterprompts.common.http;

import tools.jackson.databind.JsonNode;

/** No text may hold half a character or the null character: neither can be stored and given back as it was. */
final class TextRules {

    private TextRules() {}

    static void check(JsonNode node) {
        if (node.isString()) {
            check(node.stringValue());
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                check(property.getKey());
                check(property.getValue());
            });
        } else {
            node.forEach(TextRules::check);
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
