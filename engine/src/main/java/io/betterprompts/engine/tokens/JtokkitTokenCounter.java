package io.betterprompts.engine.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts with jtokkit's {@code o200k_base}. The vocabulary of 200,000 tokens is read on the first count, not in the constructor;
 * a caller that must answer its first request fast counts once beforehand.
 */
public final class JtokkitTokenCounter implements TokenCounter {

    private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();

    @Override
    public int count(String text) {
        return encodings.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(text);
    }

    /** Counts from the last place on at which a token surely begins, with the tail and without. */
    @Override
    public int countLonger(String text, int tokens, String tail) {
        String end = text.substring(beginning(text));
        return tokens - count(end) + count(end + tail);
    }

    /** The last space between two letters: the encoding cuts a text there into pieces it encodes one by one, whatever stands around. */
    private static int beginning(String text) {
        int at = text.length() - 2;
        while (at > 0 && !(text.charAt(at) == ' ' && isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1)))) {
            at--;
        }
        return Math.max(0, at);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Override
    public String encoding() {
        return EncodingType.O200K_BASE.getName();
    }
}
