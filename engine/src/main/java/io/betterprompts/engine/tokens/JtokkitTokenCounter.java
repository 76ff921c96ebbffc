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

    @Override
    public String encoding() {
        return EncodingType.O200K_BASE.getName();
    }
}
