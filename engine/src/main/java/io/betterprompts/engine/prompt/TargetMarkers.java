package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.YamlNode;
import java.util.List;
import java.util.Set;

/**
 * What tells a language that is translated into from one that is only spoken of: {@code into French}, {@code フランス語に}. A language
 * without any marker takes every mention.
 *
 * @param before words in front of the name, one adjective between them allowed; in a script without spaces, its last characters
 * @param after words behind it
 * @param prefixes what the name itself may begin with
 * @param suffixes what the name itself may end with
 */
record TargetMarkers(List<String> before, List<String> after, List<String> prefixes, List<String> suffixes) {

    private static final int LONGEST = 16;

    static TargetMarkers read(YamlNode node) {
        node.entries(Set.of("before", "after", "prefixes", "suffixes"));
        return new TargetMarkers(
                forms(node.texts("before")), node.texts("after"), node.texts("prefixes"), node.texts("suffixes"));
    }

    boolean mark(String text, CueHit name) {
        String head = text.substring(Math.max(0, name.start() - LONGEST), name.start());
        String tail = text.substring(name.end(), Math.min(text.length(), name.end() + LONGEST))
                .stripLeading();
        String written = text.substring(name.start(), name.end());
        return before.stream().anyMatch(marker -> endsWith(head, marker))
                || after.stream().anyMatch(marker -> startsWith(tail, marker))
                || prefixes.stream().anyMatch(written::startsWith)
                || suffixes.stream().anyMatch(written::endsWith);
    }

    private static List<String> forms(List<String> words) {
        return words.stream().map(WordForm::of).toList();
    }

    private static boolean endsWith(String head, String marker) {
        if (Words.unspaced(marker.charAt(0))) {
            return head.endsWith(marker);
        }
        List<Words.Word> words = Words.of(head);
        return words.stream()
                .skip(Math.max(0, words.size() - 2))
                .anyMatch(word -> word.text().equals(marker));
    }

    private static boolean startsWith(String tail, String marker) {
        if (Words.unspaced(marker.charAt(0))) {
            return tail.startsWith(marker);
        }
        List<Words.Word> words = Words.of(tail);
        return !words.isEmpty() && words.getFirst().text().equals(marker);
    }
}
