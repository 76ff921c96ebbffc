package io.betterprompts.common.data;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one request waits for the database: for connections altogether, and for the next word of an answer with what is
 * left then. It belongs to the request's thread; work outside of a request has {@link #USUAL} for each connection.
 */
public final class Patience {

    /** Long beside what statements take, some milliseconds; short beside what a client waits before it gives up. */
    public static final Duration USUAL = Duration.ofMillis(1200);

    /** For the few requests with one statement over all rows of a user. API Gateway waits for 30 seconds. */
    public static final Duration LONG = Duration.ofSeconds(25);

    /** A connection that came late is given this much all the same: it is there, and so may the answer be. */
    private static final Duration LEAST = Duration.ofMillis(250);

    private static final ThreadLocal<@Nullable Patience> OF_THIS_REQUEST = new ThreadLocal<>();

    private Duration left;

    private Patience(Duration left) {
        this.left = left;
    }

    /** Does the work of a request, or a part of it. */
    public static <T> T of(Duration patience, Supplier<T> work) {
        @Nullable Patience before = OF_THIS_REQUEST.get();
        OF_THIS_REQUEST.set(new Patience(patience));
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Patience before) {
        if (before == null) {
            OF_THIS_REQUEST.remove();
        } else {
            OF_THIS_REQUEST.set(before);
        }
    }

    static Patience current() {
        @Nullable Patience current = OF_THIS_REQUEST.get();
        return current == null ? new Patience(USUAL) : current;
    }

    void waited(Duration time) {
        left = left.minus(time);
    }

    Duration left() {
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
