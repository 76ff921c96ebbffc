package io.betterprompts.common.http;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.limit.RateLimits;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the front door of a function from what is the same for all of them. */
public final class HttpFunctions {

    private final Contract contract;
    private final Authenticator authenticator;
    private final RateLimits limits;
    private final Edge edge;
    private final Once once;
    private final RequestLog log;

    public HttpFunctions(
            Contract contract,
            Authenticator authenticator,
            RateLimits limits,
            Edge edge,
            OnceOnly onceOnly,
            RequestLog log) {
        this(contract, authenticator, limits, edge, onceOnly::answer, log);
    }

    private HttpFunctions(
            Contract contract, Authenticator authenticator, RateLimits limits, Edge edge, Once once, RequestLog log) {
        this.log = log;
        this.edge = edge;
        this.contract = contract;
        this.authenticator = authenticator;
        this.limits = limits;
        this.once = once;
    }

    /** Without limits and deaf to idempotency keys, for a test of handlers. */
    public static HttpFunctions unlimited(Contract contract, Authenticator authenticator) {
        return limited(contract, authenticator, RateLimits.none());
    }

    /** Deaf to idempotency keys, for a test of limits. */
    public static HttpFunctions limited(Contract contract, Authenticator authenticator, RateLimits limits) {
        return behind(Edge.none(), contract, authenticator, limits);
    }

    /** Deaf to idempotency keys, for a test of what stands before the gateway. */
    static HttpFunctions behind(Edge edge, Contract contract, Authenticator authenticator, RateLimits limits) {
        return logged(RequestLog.withoutMetrics(), edge, contract, authenticator, limits);
    }

    /** Deaf to idempotency keys, for a test of what is logged. */
    static HttpFunctions logged(
            RequestLog log, Edge edge, Contract contract, Authenticator authenticator, RateLimits limits) {
        Once always = (operation, request, handler) -> handler.get();
        return new HttpFunctions(contract, authenticator, limits, edge, always, log);
    }

    /**
     * The front door of one function.
     *
     * @param function the function's name in the contract
     * @param handlers by operation id
     * @throws InvalidContract if an operation of the function has no handler or a handler no operation
     */
    public HttpFunction of(String function, Map<String, Handler> handlers) {
        return new HttpFunction(
                function, contract, new Gate(contract, authenticator, limits, edge), once, log, handlers);
    }

    /** How a handler comes to answer a request. */
    @FunctionalInterface
    interface Once {

        Response answer(Operation operation, Request request, Supplier<Response> handler);
    }
}
