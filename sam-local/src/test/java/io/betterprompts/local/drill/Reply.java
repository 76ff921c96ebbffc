package io.betterprompts.local.drill;

import java.time.Duration;

/**
 * What became of a request.
 *
 * @param status 0 where there was no answer, because the connection broke or too much time went by
 * @param retryAfter empty where the answer does not say
 * @param answeredAt by {@link System#nanoTime()}
 */
record Reply(int status, String mediaType, String retryAfter, String body, Duration time, long answeredAt) {

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Asked to come again, in the form that the contract has for it. */
    boolean isRefusal() {
        return (status == 503 || status == 429 || (status == 409 && body.contains("request-in-progress")))
                && mediaType.equals("application/problem+json")
                && !retryAfter.isEmpty();
    }

    Reply withoutBody() {
        return new Reply(status, mediaType, retryAfter, "", time, answeredAt);
    }

    /** Whether another try may end better. */
    boolean mayBeSentAgain() {
        return status == 0 || status >= 500 || isRefusal();
    }

    /** Without what was written, which is long. */
    @Override
    public String toString() {
        return status + " " + mediaType + " after " + time.toMillis() + " ms: "
                + body.substring(0, Math.min(300, body.length()));
    }
}
