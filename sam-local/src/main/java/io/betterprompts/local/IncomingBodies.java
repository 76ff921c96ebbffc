package io.betterprompts.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of requests, without a thread that waits for them: a client may send slowly, or stop in the middle, at
 * nobody's cost. All that are on their way have one bound, in bytes, and each has a time to arrive in.
 */
final class IncomingBodies {

    private static final int KIBIBYTE = 1024;

    /** Of what {@code make run} gives the process, 512 MB. */
    private static final int ROOM_IN_KIBIBYTES = 64 * KIBIBYTE;

    private final Semaphore room = new Semaphore(ROOM_IN_KIBIBYTES);
    private final int limit;
    private final Duration patience;

    /**
     * @param limit of one body, in bytes
     * @param patience how long one may take to arrive
     */
    IncomingBodies(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    /**
     * Reads a body, then tells of it on a thread that may wait: at once where the body is there already.
     *
     * @param then given the body, or why there is none: it is longer than the limit, was cut off, or did not come in time
     * @return false if there is no room for it; then nothing is read
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is told to the caller
    boolean read(Request request, BiConsumer<byte @Nullable [], @Nullable Throwable> then) {
        int reserved = reserved(request.getLength());
        if (!room.tryAcquire(reserved)) {
            return false;
        }
        CompletableFuture<byte[]> arriving = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(
                request,
                limit,
                Promise.Invocable.from(
                        InvocationType.NON_BLOCKING, arriving::complete, arriving::completeExceptionally));
        CompletableFuture<byte[]> body = arriving.whenComplete((bytes, failure) -> room.release(reserved));
        if (body.isDone()) {
            body.whenComplete(then);
        } else {
            Executor threads = request.getComponents().getExecutor();
            body.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenCompleteAsync(then, threads);
        }
        return true;
    }

    /** One that does not say how long it is may be as long as any. */
    private int reserved(long length) {
        long most = length < 0 ? limit : Math.min(length, limit);
        return (int) Math.ceilDiv(most, KIBIBYTE);
    }
}
