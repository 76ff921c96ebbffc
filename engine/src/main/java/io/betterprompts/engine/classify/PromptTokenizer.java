package io.betterprompts.engine.classify;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Text to the token ids of the uncased WordPiece vocabulary. Of a long text it keeps the beginning and the end, since
 * that is where people say what they want: two thirds of the room for the first tokens, one third for the last.
 *
 * <p>The cost does not grow with the text: of a text longer than two windows only those two windows, of sixteen
 * characters for each token of the limit, are looked at. Thread-safe.
 */
public final class PromptTokenizer implements AutoCloseable {

    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final int SPECIAL = 2;
    private static final int CHARACTERS_PER_TOKEN = 16;

    private final HuggingFaceTokenizer tokenizer;
    private final int head;
    private final int tail;
    private final int window;

    /**
     * @param json the content of {@code tokenizer.json}, closed by the caller
     * @param maxTokens the most ids ever returned
     */
    public PromptTokenizer(InputStream json, int maxTokens) {
        int room = maxTokens - SPECIAL;
        if (room < 3) {
            throw new IllegalArgumentException("no room for text in " + maxTokens + " tokens");
        }
        tail = room / 3;
        head = room - tail;
        window = CHARACTERS_PER_TOKEN * maxTokens;
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids between {@code [CLS]} and {@code [SEP]}; just these two for a text without a single token. */
    public long[] encode(String text) {
        if (text.length() > 2 * window) {
            return joined(pieces(firstWindow(text)), pieces(lastWindow(text)));
        }
        long[] pieces = pieces(text);
        return pieces.length > head + tail ? joined(pieces, pieces) : framed(pieces, pieces.length, pieces, 0);
    }

    private long[] joined(long[] beginning, long[] end) {
        return framed(beginning, Math.min(head, beginning.length), end, Math.min(tail, end.length));
    }

    private static long[] framed(long[] beginning, int first, long[] end, int last) {
        long[] ids = new long[first + last + SPECIAL];
        ids[0] = CLS;
        System.arraycopy(beginning, 0, ids, 1, first);
        System.arraycopy(end, end.length - last, ids, 1 + first, last);
        ids[ids.length - 1] = SEP;
        return ids;
    }

    private long[] pieces(String text) {
        return tokenizer.encode(wellFormed(text), false, false).getIds();
    }

    private String firstWindow(String text) {
        return text.substring(0, window);
    }

    private String lastWindow(String text) {
        return text.substring(text.length() - window);
    }

    /** Half a surrogate pair, from the sender or from a window's edge, has no UTF-8 form. */
    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            if (Character.isSurrogate(repaired.charAt(i))) {
                if (Character.isSupplementaryCodePoint(repaired.codePointAt(i))) {
                    i++;
                } else {
                    repaired.setCharAt(i, '\uFFFD');
                }
            }
        }
        return repaired.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
