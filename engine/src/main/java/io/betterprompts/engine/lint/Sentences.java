package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Range;
import java.util.ArrayList;
import java.util.List;

/** The sentences of an instruction: what stands between line breaks and marks that end a sentence. */
final class Sentences {

    private static final String ENDS = ".!?。！？؟।\n\r";

    private Sentences() {}

    static List<Range> of(String text) {
        List<Range> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || ends(text, at)) {
                add(sentences, text, start, at);
                start = at + 1;
            }
        }
        return sentences;
    }

    /** Words between white space; of a run without spaces every third character counts for one. */
    static int words(String sentence) {
        int words = 0;
        int run = 0;
        for (int at = 0; at <= sentence.length(); at++) {
            boolean gap = at == sentence.length() || Character.isWhitespace(sentence.charAt(at));
            if (gap && run > 0) {
                words++;
                run = 0;
            } else if (!gap) {
                run += sentence.charAt(at) < 0x2e80 ? 1 : 0;
                words += sentence.charAt(at) >= 0x2e80 && at % 3 == 0 ? 1 : 0;
            }
        }
        return words;
    }

    /** A full stop ends a sentence only before white space, so that 3.5 and example.org are left whole. */
    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        boolean whole = c != '.' || at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return ENDS.indexOf(c) >= 0 && whole;
    }

    private static void add(List<Range> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Range(start, end));
        }
    }
}
