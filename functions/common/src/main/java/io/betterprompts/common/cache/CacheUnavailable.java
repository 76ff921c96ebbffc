package io.betterprompts.common.cache;

/** The cache did not answer in time, or with a failure. Never leaves this package. */
final class CacheUnavailable extends RuntimeException {

    CacheUnavailable(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
