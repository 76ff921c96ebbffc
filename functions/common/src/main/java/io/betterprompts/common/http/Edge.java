package io.betterprompts.common.http;

import io.betterprompts.common.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What stands before the gateway, if anything does. The gateway then sees that instead of whoever sent the request; it names
 * them in {@code x-betterprompts-viewer} and shows that it is what it says by a secret in {@code x-betterprompts-edge}. A request that
 * came around it is refused, and so is whatever stops requests there.
 */
public final class Edge {

    static final String SECRET = "x-betterprompts-edge";
    static final String VIEWER = "x-betterprompts-viewer";

    /** How long a secret that was replaced is still asked for. */
    static final Duration REREAD = Duration.ofMinutes(5);

    private final String reference;
    private final Secrets secrets;
    private final Clock clock;
    private byte[] secret = {};
    private Instant rereadAt = Instant.MIN;

    /**
     * Reads no secret yet.
     *
     * @param reference where the secret is, for {@link Secrets}; blank if nothing stands before the gateway
     */
    public Edge(String reference, Secrets secrets, Clock clock) {
        this.reference = reference;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Nothing: whoever talks to the gateway sent the request. */
    static Edge none() {
        return new Edge("", reference -> "", Clock.systemUTC());
    }

    /**
     * The address of whoever sent the request.
     *
     * @param seen the one that the gateway saw
     * @throws NotThroughTheEdge if the request did not come through what stands before the gateway
     */
    String sender(Map<String, String> headers, String seen) {
        if (reference.isBlank()) {
            return seen;
        }
        String shown = headers.get(SECRET);
        String viewer = headers.get(VIEWER);
        if (shown == null || viewer == null || !isTheSecret(shown)) {
            throw new NotThroughTheEdge();
        }
        return viewer;
    }

    private boolean isTheSecret(String shown) {
        return MessageDigest.isEqual(secret(), shown.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized byte[] secret() {
        if (!clock.instant().isBefore(rereadAt)) {
            secret = secrets.read(reference).getBytes(StandardCharsets.UTF_8);
            rereadAt = clock.instant().plus(REREAD);
        }
        return secret;
    }
}
