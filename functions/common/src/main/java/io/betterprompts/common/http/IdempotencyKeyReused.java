package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;

/** The key already stands for another request. Nothing was done. */
public final class IdempotencyKeyReused extends ProblemException {

    IdempotencyKeyReused() {
        super(
                409,
                "idempotency-key-reused",
                "The Idempotency-Key stands for another request",
                "A request with this key and another body was carried out before. Send this one with a key of its own.");
    }
}
