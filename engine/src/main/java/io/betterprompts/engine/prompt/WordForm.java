package io.betterprompts.engine.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The form in which words are compared: lower case, composed, with a straight apostrophe; an Arabic word without vowel signs and without
 * the article, which is written as a part of it.
 */
final class WordForm {

    private static final List<String> ARTICLES = List.of("وال", "فال", "بال", "كال", "ال", "لل");
    private static final int SHORTEST_STEM = 3;

    private WordForm() {}

    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replace("\u200c", "")
                .replace("\u200d", "");
        return isArabic(composed) ? plain(withoutArticle(composed)) : composed;
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }

    private static boolean isArabic(String word) {
        return word.chars().anyMatch(c -> c >= 0x0620 && c <= 0x064a);
    }

    /** One letter for those that writers mix, and no vowel signs. */
    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    switch (c) {
                        case 'أ', 'إ', 'آ', 'ٱ' -> plain.append('ا');
                        case 'ى' -> plain.append('ي');
                        case 'ة' -> plain.append('ه');
                        case 'ـ' -> {}
                        default -> plain.append((char) c);
                    }
                });
        return plain.toString();
    }

    /** Before letters are made alike, because a stem may begin like the article but for its hamza. */
    private static String withoutArticle(String word) {
        return ARTICLES.stream()
                .filter(article -> word.startsWith(article) && word.length() - article.length() >= SHORTEST_STEM)
                .findFirst()
                .map(article -> word.substring(article.length()))
                .orElse(word);
    }
}
