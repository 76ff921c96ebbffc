package io.betterprompts.common.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what tokens prove, until their time is over: checking a signature takes longer than all else that a request for
 * a list does in this process. Whether what was proven still holds is not remembered; {@link Sessions} asks at each request.
 *
 * <p>It holds the tokens' hashes and not the tokens. The one used longest ago makes room.
 */
final class ProvenTokens implements Function<String, Proof> {

    /** Of some 500 bytes each. */
    private static final int MOST = 10_000;

    private final Function<String, Proof> reader;
    private final Clock clock;
    private final SequencedMap<ByteBuffer, Proof> proven = new LinkedHashMap<>(16, 0.75f, true);

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
        Proof known = known(hash);
        if (known != null && clock.instant().isBefore(known.end())) {
            return known;
        }
        Proof proof = reader.apply(token);
        remember(hash, proof);
        return proof;
    }

    private synchronized @Nullable Proof known(ByteBuffer hash) {
        return proven.get(hash);
    }

    private synchronized void remember(ByteBuffer hash, Proof proof) {
        proven.put(hash, proof);
        if (proven.size() > MOST) {
            proven.pollFirstEntry();
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
