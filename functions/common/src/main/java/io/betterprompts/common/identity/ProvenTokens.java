package io.betterprompts.common.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what tokens prove, until their time is over: checking a signature takes longer than all else that a request for
 * a list does in this process. Whether what was proven still holds is not remembered; {@link Sessions} asks at each request.
 *
 * <p>It holds the tokens' hashes and not the tokens. When it is full it forgets all, because to know which was used longest
 * ago every request would have to wait for every other.
 */
final class ProvenTokens implements Function<String, Proof> {

    /** Of some 500 bytes each. */
    private static final int MOST = 10_000;

    private final Function<String, Proof> reader;
    private final Clock clock;
    private final Map<ByteBuffer, Proof> proven = new ConcurrentHashMap<>();

    ProvenTokens(Function<String, Proof> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Reads a token, or remembers having read it.
     *
     * @throws AccessTokenInvalid if it was not made here or was altered
     * @throws AccessTokenExpired if its time is over
     */
    @Override
    public Proof apply(String token) {
        ByteBuffer hash = hash(token);
        Proof known = proven.get(hash);
        if (known != null && clock.instant().isBefore(known.end())) {
            return known;
        }
        Proof proof = reader.apply(token);
        remember(hash, proof);
        return proof;
    }

    private void remember(ByteBuffer hash, Proof proof) {
        if (proven.size() >= MOST) {
            proven.clear();
        }
        proven.put(hash, proof);
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
