package io.betterprompts.history;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text in pieces that nobody would divide further: words, white space, signs. Together they are the text again. */
final class Words {

    /** What is written without spaces between words. */
    private static final String DENSE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]";

    private static final Pattern PIECE = Pattern.compile(
            DENSE + "\\p{M}*" + "|[\\p{L}\\p{N}\\p{M}_&&[^" + DENSE + "]]+" + "|\\R" + "|[\\s&&[^\\r\\n]]+" + "|.",
            Pattern.DOTALL);

    private Words() {}

    static List<String> of(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A text in lines, each with the line feed that ends it. */
    static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }
}
