package io.betterprompts.local;

/** Hands an event to a function, wherever that runs, and returns its answer; both as JSON. */
@FunctionalInterface
public interface LambdaCall {

    byte[] invoke(String function, byte[] event);
}
